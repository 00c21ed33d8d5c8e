import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useSession } from '#ground/ui/session/session.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { addBrandRoute, changeBrandRoute, listBrandsRoute } from '../../contract-look.ts';
import type { BrandCard } from '../../schema-writing.ts';
import { HouseForm, HousePage } from '../shared/HouseForm.tsx';
import { useDraft } from '../shared/use-draft.ts';
import {
  BRAND_MISTAKES,
  type BrandDraft,
  brandMistakes,
  draftOfBrand,
  emptyBrand,
  furtherBrand,
} from './brand-draft.ts';
import styles from './brand.module.css';
import { BrandFields } from './BrandFields.tsx';
import { BrandSample } from './BrandSample.tsx';

export function NewBrand({ onLeave }: { onLeave: () => void }) {
  const t = useMessages('campaigns');
  const company = useSession()?.company.name ?? '';
  const isFirst = useRead(listBrandsRoute, {}).data?.items.length === 0;
  const add = useAct(addBrandRoute, {
    stale: [listBrandsRoute],
    onDone: ({ name }) => {
      showToast({ message: t('brandPage.saved', { name }) });
      onLeave();
    },
  });
  return (
    <BrandEditor
      key={String(isFirst)}
      title={t('brandPage.add')}
      start={isFirst ? emptyBrand(company) : furtherBrand(company)}
      busy={add.isPending}
      problem={add.error}
      onSave={(draft) => add.mutate({ body: draft })}
      onLeave={onLeave}
    />
  );
}

export function EditBrand({ card, onLeave }: { card: BrandCard; onLeave: () => void }) {
  const t = useMessages('campaigns');
  const change = useAct(changeBrandRoute, {
    stale: [listBrandsRoute],
    onDone: ({ name }) => {
      showToast({ message: t('brandPage.saved', { name }) });
      onLeave();
    },
  });
  return (
    <BrandEditor
      title={card.name}
      start={draftOfBrand(card)}
      busy={change.isPending}
      problem={change.error}
      onSave={(draft) => change.mutate({ params: { brandId: card.id }, body: { ...draft, version: card.version } })}
      onLeave={onLeave}
    />
  );
}

interface BrandEditorProps {
  title: string;
  start: BrandDraft;
  busy: boolean;
  problem: unknown;
  onSave: (draft: BrandDraft) => void;
  onLeave: () => void;
}

function BrandEditor({ title, start, onSave, ...form }: BrandEditorProps) {
  const t = useMessages('campaigns');
  const { draft, ids, change, errorOf, ...frame } = useDraft({
    start,
    mistakes: BRAND_MISTAKES,
    find: brandMistakes,
    wordsOf: (mistake) => t(`brandPage.mistake.${mistake}`),
    onSave,
  });
  return (
    <HousePage title={title} place={{ label: t('roomTabs.brand'), to: '/campaigns/brand' }}>
      <div className={styles.editor}>
        <HouseForm title={title} {...form} listed={frame.listed} onSave={frame.save}>
          <BrandFields
            draft={draft}
            ids={ids}
            errorOf={errorOf}
            onDraft={change}
            onDesign={(design) => change({ design: { ...draft.design, ...design } })}
          />
        </HouseForm>
        <div className={styles.beside}>
          <BrandSample design={draft.design} />
        </div>
      </div>
    </HousePage>
  );
}
