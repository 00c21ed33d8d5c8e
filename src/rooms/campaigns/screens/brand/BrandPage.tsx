import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { Page, Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { listBrandsRoute, removeBrandRoute } from '../../contract-look.ts';
import type { BrandCard } from '../../schema-writing.ts';
import { CampaignTabs } from '../shared/CampaignTabs.tsx';
import partStyles from '../shared/parts.module.css';
import styles from './brand.module.css';
import { EditBrand, NewBrand } from './BrandEditor.tsx';
import { BrandSample } from './BrandSample.tsx';

/** How letters look: one look for the house, others for other companies of it. */
export function BrandPage() {
  const navigate = useNavigate();
  const { act, brand }: { act?: 'add'; brand?: string } = useSearch({ strict: false });
  const mayManage = useMay('campaigns.manage_senders');
  const { data } = useRead(listBrandsRoute, {});
  const show = (search: { act?: 'add'; brand?: string } = {}) => void navigate({ to: '/campaigns/brand', search });
  const edited = data?.items.find(({ id }) => id === brand);
  if (mayManage && act === 'add') return <NewBrand onLeave={() => show()} />;
  if (mayManage && edited) return <EditBrand key={edited.version} card={edited} onLeave={() => show()} />;
  return (
    <BrandList
      onAdd={mayManage ? () => show({ act: 'add' }) : undefined}
      onEdit={mayManage ? (id) => show({ brand: id }) : undefined}
    />
  );
}

interface BrandListProps {
  onAdd: (() => void) | undefined;
  onEdit: ((brandId: string) => void) | undefined;
}

function BrandList({ onAdd, onEdit }: BrandListProps) {
  const t = useMessages('campaigns');
  const { data, error, refetch } = useRead(listBrandsRoute, {});
  const isEmpty = data?.items.length === 0;
  const add = (look: 'filled' | 'plain') =>
    onAdd && (
      <Button look={look} keys="a" onClick={onAdd}>
        {t('brandPage.add')}
      </Button>
    );
  useShortcuts(onAdd ? [{ keys: 'a', label: t('brandPage.add'), run: onAdd }] : []);
  return (
    <Page
      title={t('roomTabs.brand')}
      lede={t('brandPage.lede')}
      path={[{ label: t('nav'), to: '/campaigns' }, { label: t('roomTabs.brand') }]}
      actions={data && !isEmpty && add('plain')}
    >
      <CampaignTabs />
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={6} />}
      {isEmpty && <EmptyState actions={add('filled')}>{t('brandPage.empty')}</EmptyState>}
      {data?.items.map((card) => (
        <BrandEntry key={card.id} card={card} onEdit={onEdit && (() => onEdit(card.id))} />
      ))}
    </Page>
  );
}

function BrandEntry({ card, onEdit }: { card: BrandCard; onEdit: (() => void) | undefined }) {
  const t = useMessages('campaigns');
  const { id, name, design, isDefault } = card;
  const remove = useAct(removeBrandRoute, {
    stale: [listBrandsRoute],
    onDone: () => showToast({ message: t('brandPage.removed', { name }) }),
  });
  return (
    <Section title={name} extra={isDefault && t('brandPage.is_default')}>
      <div className={styles.entry}>
        <BrandSample design={design} />
        {onEdit && (
          <div className={partStyles.acts}>
            <Button aria-label={t('brandPage.edit_named', { name })} onClick={onEdit}>
              {t('brandPage.edit')}
            </Button>
            {!isDefault && (
              <Button
                look="bare"
                busy={remove.isPending}
                aria-label={t('brandPage.remove_named', { name })}
                onClick={() => remove.mutate({ params: { brandId: id } })}
              >
                {t('brandPage.remove')}
              </Button>
            )}
          </div>
        )}
        {remove.error && <ProblemNote problem={remove.error} />}
      </div>
    </Section>
  );
}
