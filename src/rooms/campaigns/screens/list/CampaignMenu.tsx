import { IconDots } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { Icon } from '#ground/ui/Icon.tsx';
import { Menu, MenuItem } from '#ground/ui/Menu.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { copyCampaignRoute, removeCampaignRoute } from '../../contract-writing.ts';
import type { CampaignRow } from '../../schema-writing.ts';
import { forgetCampaigns } from '../shared/forget-campaigns.ts';
import styles from './list.module.css';

/** What can be done with a letter from the list. Only what was never sent can be removed. */
export function CampaignMenu({ campaign: { id, name, state } }: { campaign: CampaignRow }) {
  const t = useMessages('campaigns');
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [asks, setAsks] = useState(false);
  const params = { campaignId: id };
  const copy = useAct(copyCampaignRoute, {
    onDone: (made) => void navigate({ to: '/campaigns/$campaignId', params: { campaignId: made.id } }),
  });
  const remove = useAct(removeCampaignRoute, {
    onDone: () => {
      setAsks(false);
      showToast({ message: t('list.removed', { name }) });
      void forgetCampaigns(cache);
    },
  });
  const label = t('list.menu', { name });
  return (
    <>
      <Menu
        align="end"
        trigger={
          <button type="button" className={styles.more} aria-label={label} title={label}>
            <Icon of={IconDots} />
          </button>
        }
      >
        <MenuItem onChoose={() => copy.mutate({ params })}>{t('list.copy')}</MenuItem>
        {state === 'draft' && (
          <MenuItem risk onChoose={() => setAsks(true)}>
            {t('list.remove')}
          </MenuItem>
        )}
      </Menu>
      {copy.error && <ProblemNote problem={copy.error} />}
      <Dialog
        open={asks}
        onClose={() => setAsks(false)}
        title={t('list.remove_question', { name })}
        answers={
          <>
            <Button look="risk" busy={remove.isPending} onClick={() => remove.mutate({ params })}>
              {t('list.remove')}
            </Button>
            <Button onClick={() => setAsks(false)}>{t('list.keep')}</Button>
          </>
        }
      >
        <p>{t('list.remove_means')}</p>
        {remove.error && <ProblemNote problem={remove.error} />}
      </Dialog>
    </>
  );
}
