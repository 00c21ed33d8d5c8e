import { IconBold, IconItalic, IconLink, IconList, IconListNumbers } from '@tabler/icons-react';
import type { Icon as TablerIcon } from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Icon } from '#ground/ui/Icon.tsx';
import { Menu, MenuItem } from '#ground/ui/Menu.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { MERGE_FIELDS } from '../../../types.ts';
import { LinkField } from '../LinkField.tsx';
import type { FieldAttributes } from './extensions.ts';
import styles from './rich.module.css';

interface ToolbarProps {
  editor: Editor;
  kind: 'rich' | 'line';
}

/** What can be done with the words that are written: it stands directly above them and takes no focus away. */
export function Toolbar({ editor, kind }: ToolbarProps) {
  const t = useMessages('campaigns');
  const [asksLink, setAsksLink] = useState(false);
  const field = useChosenField(editor);
  return (
    <div className={styles.tools}>
      <div className={styles.float}>
        <div role="toolbar" aria-label={t('editor.tools.label')} className={styles.toolbar}>
          {kind === 'rich' && <Marks editor={editor} onLink={() => setAsksLink(!asksLink)} asksLink={asksLink} />}
          <FieldMenu editor={editor} />
        </div>
        {asksLink && kind === 'rich' && <LinkRow editor={editor} onClose={() => setAsksLink(false)} />}
        {field && <FallbackRow key={`${field.field} ${field.at}`} editor={editor} field={field} />}
      </div>
    </div>
  );
}

const MARKS = [
  { name: 'bold', icon: IconBold, keys: 'Mod-B' },
  { name: 'italic', icon: IconItalic, keys: 'Mod-I' },
  { name: 'bulletList', icon: IconList, keys: undefined },
  { name: 'orderedList', icon: IconListNumbers, keys: undefined },
] as const;

function Marks({ editor, onLink, asksLink }: { editor: Editor; onLink: () => void; asksLink: boolean }) {
  const t = useMessages('campaigns');
  const active = useEditorState({
    editor,
    selector: ({ editor }) => ({
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      bulletList: editor.isActive('bulletList'),
      orderedList: editor.isActive('orderedList'),
      link: editor.isActive('link'),
    }),
  });
  const run = {
    bold: () => editor.chain().focus().toggleBold().run(),
    italic: () => editor.chain().focus().toggleItalic().run(),
    bulletList: () => editor.chain().focus().toggleBulletList().run(),
    orderedList: () => editor.chain().focus().toggleOrderedList().run(),
  };
  return (
    <>
      {MARKS.map(({ name, icon }) => (
        <Tool key={name} icon={icon} label={t(`editor.tools.${name}`)} isOn={active[name]} onPress={run[name]} />
      ))}
      <Tool icon={IconLink} label={t('editor.tools.link')} isOn={active.link || asksLink} onPress={onLink} />
    </>
  );
}

interface ToolProps {
  icon: TablerIcon;
  label: string;
  isOn: boolean;
  onPress: () => void;
}

/** Pressed by the mouse it leaves the cursor where it is. */
const Tool = ({ icon, label, isOn, onPress }: ToolProps) => (
  <button
    type="button"
    className={styles.tool}
    aria-label={label}
    aria-pressed={isOn}
    title={label}
    onMouseDown={(event) => event.preventDefault()}
    onClick={onPress}
  >
    <Icon of={icon} />
  </button>
);

function FieldMenu({ editor }: { editor: Editor }) {
  const t = useMessages('campaigns');
  return (
    <Menu
      trigger={
        <button type="button" className={styles.toolWords}>
          {t('editor.tools.field')}
        </button>
      }
    >
      {MERGE_FIELDS.map((field) => (
        <MenuItem
          key={field}
          onChoose={() =>
            editor
              .chain()
              .focus()
              .insertContent({ type: 'mergeField', attrs: { field, fallback: '' } })
              .run()
          }
        >
          {t(`editor.field.${field}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}

function LinkRow({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useMessages('campaigns');
  const { href } = editor.getAttributes('link') as { href?: string };
  const set = (link: string | undefined) => {
    const chain = editor.chain().focus().extendMarkRange('link');
    (link === undefined ? chain.unsetLink() : chain.setLink({ href: link })).run();
    onClose();
  };
  return (
    <div className={styles.row}>
      <LinkField label={t('editor.link.to')} value={href} onSet={set} takesFocus />
    </div>
  );
}

interface ChosenField extends FieldAttributes {
  at: number;
}

/** The chip on which the cursor stands. */
function useChosenField(editor: Editor): ChosenField | undefined {
  return useEditorState({
    editor,
    selector: ({ editor }): ChosenField | undefined => {
      if (!editor.isActive('mergeField')) return undefined;
      return { ...(editor.getAttributes('mergeField') as FieldAttributes), at: editor.state.selection.from };
    },
  });
}

/** The chip stays chosen, or the field would be gone after its first letter. */
function setFallback(editor: Editor, at: number, fallback: string) {
  editor.chain().updateAttributes('mergeField', { fallback }).setNodeSelection(at).run();
}

function FallbackRow({ editor, field }: { editor: Editor; field: ChosenField }) {
  const t = useMessages('campaigns');
  return (
    <div className={styles.row}>
      <TextField
        label={t('editor.fallback', { name: t(`editor.field.${field.field}`) })}
        help={t('editor.fallback_help')}
        maxLength={120}
        value={field.fallback}
        onChange={({ target }) => setFallback(editor, field.at, target.value)}
      />
      <Button look="bare" onClick={() => editor.chain().focus().deleteSelection().run()}>
        {t('editor.field_remove')}
      </Button>
    </div>
  );
}
