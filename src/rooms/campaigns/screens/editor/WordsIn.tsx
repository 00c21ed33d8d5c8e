import type { ReactNode } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import type { Line, RichText } from '../../schema-letter.ts';
import type { LetterLanguage } from '../../types.ts';
import styles from './editor.module.css';
import { useEditing } from './editing.ts';
import { LineWords, RichWords } from './Runs.tsx';
import { useForms } from './use-forms.ts';
import type { Forms } from './words.ts';
import { WordsField } from './WordsField.tsx';

interface SharedProps {
  ownerId: string;
  language: LetterLanguage;
  label: string;
  placeholder: string;
  className?: string | undefined;
  onEnter?: () => void;
  onSlash?: () => void;
  onLeave?: () => void;
}

interface LineInProps extends SharedProps {
  all: Forms<Line>;
  onChange: (all: Forms<Line>) => void;
}
const NO_LINE: Line = [];
const NO_TEXT: RichText = [];

/** A line in one language: a subject, a heading, the words of a button. */
export function LineIn({ all, onChange, ...props }: LineInProps) {
  const forms = useForms({ ownerId: props.ownerId, language: props.language, all, onChange, empty: NO_LINE });
  return (
    <InForm ownerId={props.ownerId} forms={forms} shown={<LineWords line={forms.value} />} className={props.className}>
      <WordsField
        {...props}
        kind="line"
        lang={props.language}
        field={forms.field}
        value={forms.value}
        onChange={forms.change}
      />
    </InForm>
  );
}

interface TextInProps extends SharedProps {
  all: Forms<RichText>;
  onChange: (all: Forms<RichText>) => void;
}

/** Paragraphs and lists in one language. */
export function TextIn({ all, onChange, ...props }: TextInProps) {
  const forms = useForms({ ownerId: props.ownerId, language: props.language, all, onChange, empty: NO_TEXT });
  return (
    <InForm ownerId={props.ownerId} forms={forms} shown={<RichWords text={forms.value} />} className={props.className}>
      <WordsField
        {...props}
        kind="rich"
        lang={props.language}
        field={forms.field}
        value={forms.value}
        onChange={forms.change}
      />
    </InForm>
  );
}

interface InFormProps {
  ownerId: string;
  forms: Pick<
    ReturnType<typeof useForms>,
    'isInherited' | 'hasInformal' | 'form' | 'beginInformal' | 'dropInformal' | 'field'
  >;
  shown: ReactNode;
  className: string | undefined;
  children: ReactNode;
}

/** Du where nobody wrote it yet: the formal words, quiet, and a way to begin. */
function InForm({ ownerId, forms, shown, className, children }: InFormProps) {
  const t = useMessages('campaigns');
  const { mayWrite, setActive, current, active } = useEditing();
  const isHere = current === ownerId || active === forms.field;
  if (!forms.isInherited) {
    return (
      <>
        {children}
        {mayWrite && isHere && forms.form === 'informal' && (
          <Button look="bare" className={styles.formAct} onClick={forms.dropInformal}>
            {t('editor.form.drop')}
          </Button>
        )}
      </>
    );
  }
  const begin = () => {
    forms.beginInformal();
    setActive(forms.field);
  };
  return (
    <>
      <div className={`${className ?? ''} ${styles.inherited}`}>{shown}</div>
      <p className={styles.formNote}>
        {t('editor.form.inherited')}{' '}
        {mayWrite && (
          <Button look="bare" className={styles.formAct} onClick={begin}>
            {t('editor.form.begin')}
          </Button>
        )}
      </p>
    </>
  );
}
