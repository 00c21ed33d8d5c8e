import { useMessages } from '#ground/i18n/use-messages.ts';
import { Choice } from '../shared/Choice.tsx';
import { useEditing } from './editing.ts';

/** Sie or du: which of the two German ways of addressing is shown. */
export function FormChoice({ ownerId, hasInformal }: { ownerId: string; hasInformal: boolean }) {
  const t = useMessages('campaigns');
  const { formOf, setForm } = useEditing();
  return (
    <Choice
      label={t('editor.form.label')}
      value={formOf(ownerId)}
      options={[
        { value: 'formal', label: t('editor.form.formal') },
        {
          value: 'informal',
          label: t('editor.form.informal'),
          note: hasInformal ? undefined : t('editor.form.as_formal'),
        },
      ]}
      onChoose={(form) => setForm(ownerId, form)}
    />
  );
}
