import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page } from '#ground/ui/Page.tsx';
import { useSession } from '#ground/ui/session/session.ts';
import { createPool } from '../../contract.ts';
import { policyOf } from '../../policy.ts';
import { forgetPools } from '../shared/forget-pools.ts';
import { newDraft, type PoolDraft, PoolForm } from './PoolForm.tsx';

export function NewPoolPage() {
  const t = useMessages('pools');
  const navigate = useNavigate();
  const cache = useQueryClient();
  const session = useSession();
  const make = useAct(createPool, {
    onDone: ({ id }) => {
      void forgetPools(cache);
      void navigate({ to: '/pools/$poolId', params: { poolId: id }, replace: true });
    },
  });
  const title = t('form.title_new');
  return (
    <Page title={title} path={[{ label: t('nav'), to: '/pools' }, { label: title }]}>
      <PoolForm
        label={title}
        first={newDraft(session?.member.id)}
        saveLabel={t('form.create')}
        problem={make.error}
        isSaving={make.isPending}
        onSave={(draft) => make.mutate({ body: bodyOf(draft) })}
        onLeave={() => void navigate({ to: '/pools' })}
      />
    </Page>
  );
}

/** As the server takes it: a cap only where the mode has one. */
export const bodyOf = ({ cap, team, ...draft }: PoolDraft) => ({
  ...draft,
  team: [...team],
  ...(policyOf(draft.mode).capPerOwner === null ? {} : { capPerOwner: cap }),
});
