import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { Menu, MenuItem } from '#ground/ui/Menu.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { addTemplateRoute, copyCampaignRoute } from '../../contract-writing.ts';
import { forgetCampaigns } from '../shared/forget-campaigns.ts';
import styles from './editor.module.css';

interface MoreMenuProps {
  campaignId: string;
  name: string;
  /** What is copied has to be kept by the server first. */
  onBefore: () => Promise<void>;
}

/** What else can be made of the words of this letter. */
export function MoreMenu({ campaignId, name, onBefore }: MoreMenuProps) {
  const t = useMessages('campaigns');
  const navigate = useNavigate();
  const [asks, setAsks] = useState(false);
  const params = { campaignId };
  const copy = useAct(copyCampaignRoute, {
    onDone: ({ id }) => void navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } }),
  });
  const copyKept = async () => {
    await onBefore();
    copy.mutate({ params });
  };
  return (
    <>
      <Menu align="end" trigger={<Button look="bare">{t('editor.more')}</Button>}>
        <MenuItem onChoose={() => setAsks(true)}>{t('editor.template.keep')}</MenuItem>
        <MenuItem onChoose={() => void copyKept()}>{t('list.copy')}</MenuItem>
      </Menu>
      {copy.error && <ProblemNote problem={copy.error} />}
      {asks && <KeepTemplate campaignId={campaignId} first={name} onBefore={onBefore} onClose={() => setAsks(false)} />}
    </>
  );
}

type KeepTemplateProps = Omit<MoreMenuProps, 'name'> & { first: string; onClose: () => void };

function KeepTemplate({ campaignId, first, onBefore, onClose }: KeepTemplateProps) {
  const t = useMessages('campaigns');
  const cache = useQueryClient();
  const [name, setName] = useState(first.slice(0, 80));
  const [purpose, setPurpose] = useState('');
  const keep = useAct(addTemplateRoute, {
    onDone: () => {
      showToast({ message: t('editor.template.kept', { name }) });
      void forgetCampaigns(cache);
      onClose();
    },
  });
  const submit = async () => {
    await onBefore();
    keep.mutate({ body: { campaignId, name, purpose } });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('editor.template.question')}
      answers={
        <>
          <Button look="filled" disabled={name.trim() === ''} busy={keep.isPending} onClick={() => void submit()}>
            {t('editor.template.yes')}
          </Button>
          <Button onClick={onClose}>{t('editor.template.no')}</Button>
        </>
      }
    >
      <div className={styles.more}>
        <TextField
          label={t('editor.template.name')}
          maxLength={80}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <TextField
          label={t('editor.template.purpose')}
          optional
          maxLength={300}
          value={purpose}
          onChange={({ target }) => setPurpose(target.value)}
        />
        {keep.error && <ProblemNote problem={keep.error} />}
      </div>
    </Dialog>
  );
}
