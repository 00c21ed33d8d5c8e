import { type Extensions, Node } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { letterLink } from '../../../schema-letter.ts';
import styles from './rich.module.css';

export interface FieldAttributes {
  field: string;
  fallback: string;
}
type FieldWord = (attributes: FieldAttributes) => string;

/** Each reader's own word in the middle of a sentence: one sign for the keyboard, a chip for the eye. */
const mergeField = (wordOf: FieldWord) =>
  Node.create({
    name: 'mergeField',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({
      field: {
        default: 'first_name',
        parseHTML: (element) => element.dataset.field ?? null,
        renderHTML: ({ field }) => ({ 'data-field': field }),
      },
      fallback: {
        default: '',
        parseHTML: (element) => element.dataset.fallback ?? '',
        renderHTML: ({ fallback }) => ({ 'data-fallback': fallback }),
      },
    }),
    parseHTML: () => [{ tag: 'span[data-field]' }],
    renderHTML: ({ node, HTMLAttributes }) => [
      'span',
      { ...HTMLAttributes, class: styles.chip },
      wordOf(node.attrs as FieldAttributes),
    ],
    renderText: ({ node }) => wordOf(node.attrs as FieldAttributes),
  });

/** One history for the whole letter takes steps back, so the fields have none of their own. */
const kit = (isLine: boolean) =>
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    heading: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    undoRedo: false,
    dropcursor: false,
    gapcursor: false,
    trailingNode: false,
    link: isLine ? false : { openOnClick: false, isAllowedUri: (uri) => letterLink.safeParse(uri).success },
    ...(isLine
      ? {
          document: false,
          bold: false,
          italic: false,
          bulletList: false,
          orderedList: false,
          listItem: false,
          listKeymap: false,
          hardBreak: false,
        }
      : {}),
  });

/** A document of one paragraph, for subjects, headings and the words of a button. */
const oneLine = Node.create({ name: 'doc', topNode: true, content: 'paragraph' });

export const richExtensions = (wordOf: FieldWord): Extensions => [kit(false), mergeField(wordOf)];
export const lineExtensions = (wordOf: FieldWord): Extensions => [oneLine, kit(true), mergeField(wordOf)];
