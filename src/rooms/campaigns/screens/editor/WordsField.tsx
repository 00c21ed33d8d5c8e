import { lazy, Suspense, useState } from 'react';
import { classes } from '#ground/ui/classes.ts';
import type { Line, RichText } from '../../schema-letter.ts';
import type { LetterLanguage } from '../../types.ts';
import { useEditing } from './editing.ts';
import fields from './fields.module.css';
import { LineWords, RichWords } from './Runs.tsx';

const WordsEditor = lazy(async () => ({ default: (await import('./rich/WordsEditor.tsx')).WordsEditor }));

interface Press {
  left: number;
  top: number;
}

interface SharedProps {
  /** Names the field within the letter; the one that is active has the editor. */
  field: string;
  label: string;
  lang: LetterLanguage;
  placeholder: string;
  className?: string | undefined;
  onEnter?: (() => void) | undefined;
  onSlash?: (() => void) | undefined;
  onLeave?: (() => void) | undefined;
}
type WordsFieldProps = SharedProps &
  (
    | { kind: 'rich'; value: RichText; onChange: (value: RichText) => void }
    | { kind: 'line'; value: Line; onChange: (value: Line) => void }
  );

/** Words on the page that turn into an editor where somebody writes. */
export function WordsField(props: WordsFieldProps) {
  const { active, mayWrite, setActive } = useEditing();
  const [press, setPress] = useState<Press>();
  const { field, onLeave, onSlash, ...words } = props;
  if (!mayWrite) return <ShownWords {...props} />;
  const show = <ShownWords {...props} onPress={setPress} onFocus={() => setActive(field)} />;
  if (active !== field) return show;
  const leave = () => {
    setPress(undefined);
    setActive(undefined);
    onLeave?.();
  };
  return (
    <Suspense fallback={show}>
      <WordsEditor
        {...words}
        key={field}
        className={classes(fields.words, props.className)}
        at={press}
        onLeave={leave}
        onSlash={onSlash}
      />
    </Suspense>
  );
}

type ShownProps = WordsFieldProps & {
  onPress?: (place: Press) => void;
  onFocus?: () => void;
};

function ShownWords(props: ShownProps) {
  const { label, lang, placeholder, className, value, onPress, onFocus } = props;
  const isWritable = onFocus !== undefined;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it is a text box as soon as it can be written
    <div
      {...(isWritable
        ? { role: 'textbox', tabIndex: 0, 'aria-label': label, 'aria-multiline': props.kind === 'rich' }
        : {})}
      lang={lang}
      className={classes(fields.words, isWritable && fields.writable, className)}
      onMouseDown={({ clientX, clientY }) => onPress?.({ left: clientX, top: clientY })}
      onFocus={onFocus}
    >
      {value.length === 0 && isWritable && <span className={fields.placeholder}>{placeholder}</span>}
      {props.kind === 'rich' ? <RichWords text={props.value} /> : <LineWords line={props.value} />}
    </div>
  );
}
