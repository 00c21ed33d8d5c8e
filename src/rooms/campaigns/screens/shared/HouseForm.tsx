import type { ReactNode } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions, type FormMistake } from '#ground/ui/Form.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';

interface HouseFormProps {
  title: string;
  /** The list to which it belongs. */
  place: { label: string; to: string };
  listed: readonly FormMistake[];
  busy: boolean;
  problem: unknown;
  onSave: () => void;
  onLeave: () => void;
  children: ReactNode;
}

/** The page on which something of the house is set up: its fields, then save or leave. */
export function HousePage({ title, place, children }: Pick<HouseFormProps, 'title' | 'place' | 'children'>) {
  const t = useMessages('campaigns');
  return (
    <Page title={title} path={[{ label: t('nav'), to: '/campaigns' }, place, { label: title }]}>
      {children}
    </Page>
  );
}

export function HouseForm({ title, listed, busy, problem, onSave, onLeave, children }: Omit<HouseFormProps, 'place'>) {
  const t = useMessages('campaigns');
  useShortcuts([{ keys: 'escape', label: t('senders.leave'), run: onLeave }]);
  return (
    <Form label={title} mistakes={listed} onSubmit={onSave}>
      {children}
      {problem !== null && <ProblemNote problem={problem} kept={t('senders.kept')} />}
      <FormActions>
        <Button type="submit" look="filled" busy={busy}>
          {t('senders.save')}
        </Button>
        <Button look="bare" keys="escape" onClick={onLeave}>
          {t('senders.leave')}
        </Button>
      </FormActions>
    </Form>
  );
}
