import { Selection, TextSelection } from '@tiptap/pm/state';
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Line, RichText } from '../../../schema-letter.ts';
import type { LetterLanguage } from '../../../types.ts';
import { cleanPasted } from '../pasted.ts';
import { docOf, docOfLine, lineOfDoc, textOfDoc } from '../rich-text.ts';
import { useFieldWords } from '../use-field-words.ts';
import { lineExtensions, richExtensions } from './extensions.ts';
import styles from './rich.module.css';
import { Toolbar } from './Toolbar.tsx';

interface SharedProps {
  label: string;
  lang: LetterLanguage;
  className?: string | undefined;
  /** Where the pointer was when the words were pressed, so that the cursor stands there. */
  at?: { left: number; top: number } | undefined;
  placeholder: string;
  onLeave: () => void;
  /** Enter in a line: on to the next block. */
  onEnter?: (() => void) | undefined;
  /** A slash where nothing is written yet. */
  onSlash?: (() => void) | undefined;
}
export type WordsEditorProps = SharedProps &
  (
    | { kind: 'rich'; value: RichText; onChange: (value: RichText) => void }
    | { kind: 'line'; value: Line; onChange: (value: Line) => void }
  );

const readFrom = (editor: Editor, kind: WordsEditorProps['kind']) =>
  kind === 'rich' ? richIn(editor) : lineOfDoc(editor.getJSON());
const richIn = (editor: Editor): RichText => withoutLoneBlank(textOfDoc(editor.getJSON()));
const docFor = (props: WordsEditorProps) => (props.kind === 'rich' ? docOf(props.value) : docOfLine(props.value));

/** The words of one field while they are written. Everything around it shows them without an editor. */
export function WordsEditor(props: WordsEditorProps) {
  const editor = useWords(props);
  const isEmpty = props.value.length === 0;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Tab goes on to the next field, also from a list
    <div className={styles.editor} onKeyDownCapture={letTabThrough}>
      {editor && <Toolbar editor={editor} kind={props.kind} />}
      <div className={styles.words} data-placeholder={isEmpty ? props.placeholder : undefined}>
        <EditorContent editor={editor} />
      </div>
    </div>
  );
}

const letTabThrough = (event: KeyboardEvent) => event.key === 'Tab' && event.nativeEvent.stopPropagation();

function useWords(props: WordsEditorProps) {
  const wordOf = useFieldWords();
  const current = useRef(props);
  const told = useRef<string[]>([]);
  useEffect(() => {
    current.current = props;
  });
  const editor = useEditor({
    extensions: props.kind === 'rich' ? richExtensions(wordOf) : lineExtensions(wordOf),
    content: docFor(props),
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    autofocus: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-label': props.label,
        'aria-multiline': String(props.kind === 'rich'),
        lang: props.lang,
        class: props.className ?? '',
      },
      transformPastedHTML: cleanPasted,
      handleKeyDown: (view, event) => {
        const { kind, onLeave, onEnter, onSlash } = current.current;
        if (event.key === 'Escape') return answered(onLeave);
        if (event.key === 'Enter' && kind === 'line') return answered(onEnter ?? onLeave);
        const isBlank = view.state.selection.$from.parent.content.size === 0;
        return event.key === '/' && isBlank && onSlash ? answered(onSlash) : false;
      },
    },
    onCreate: ({ editor }) => beginAt(editor, props.at),
    onUpdate: ({ editor }) => {
      const words = readFrom(editor, current.current.kind);
      told.current.push(JSON.stringify(words));
      tell(current.current, words);
    },
  });
  // What was written here comes back with the next drawing, perhaps when more is written already; anything else is news: a step back, or
  // another version. Only news replaces what stands in the editor.
  const { kind } = props;
  const written = JSON.stringify(props.value);
  useEffect(() => {
    const at = told.current.indexOf(written);
    told.current = told.current.slice(at + 1);
    if (editor && at < 0 && JSON.stringify(readFrom(editor, kind)) !== written) replaceWords(editor, kind, written);
  }, [editor, kind, written]);
  return editor;
}

function answered(act: () => void): true {
  act();
  return true;
}

function tell(props: WordsEditorProps, words: RichText | Line) {
  if (props.kind === 'rich') props.onChange(words as RichText);
  else props.onChange(words as Line);
}

/** An empty editor holds one empty paragraph; nothing is written then. */
const withoutLoneBlank = (text: RichText): RichText =>
  text.length === 1 && text[0]?.kind === 'paragraph' && text[0].runs.length === 0 ? [] : text;

/** The cursor stands where the words were pressed, else behind them. */
function beginAt(editor: Editor, at: WordsEditorProps['at']) {
  const { view, state } = editor;
  const found = at && view.posAtCoords(at);
  const place = found ? TextSelection.near(state.doc.resolve(found.pos)) : Selection.atEnd(state.doc);
  view.dispatch(state.tr.setSelection(place));
  view.focus();
}

function replaceWords(editor: Editor, kind: WordsEditorProps['kind'], written: string) {
  const { from } = editor.state.selection;
  const words = JSON.parse(written) as RichText & Line;
  editor.commands.setContent(kind === 'rich' ? docOf(words) : docOfLine(words), { emitUpdate: false });
  editor.commands.setTextSelection(Math.min(from, editor.state.doc.content.size));
}
