import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { Icon } from '#ground/ui/Icon.tsx';
import { Menu, MenuItem } from '#ground/ui/Menu.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import type { ConditionName } from '../../schema-rule.ts';
import { CONDITION_NAMES } from '../../schema-rule.ts';
import { AnswerFields } from './AnswerFields.tsx';
import { ASKS } from './asks.ts';
import styles from './rule-editor.module.css';
import { ruleSentence } from './rule-sentence.ts';
import type { Group, Leaf, Part } from './rule-tree.ts';
import { added, changed, emptyCondition, emptyTree, mayNest, moved, newLeaf, wrapped } from './rule-tree.ts';
import { useRuleWords } from './use-rule-words.ts';

interface RuleEditorProps {
  tree: Group;
  onChange: (tree: Group) => void;
  segmentId?: string | undefined;
}

/** What every part of the editor may do with the whole. */
interface Editing extends RuleEditorProps {
  opened: number | undefined;
  onOpen: (id: number | undefined) => void;
}

/** A rule as nested groups of conditions. One condition is open at a time; F adds one. */
export function RuleEditor({ tree, onChange, segmentId }: RuleEditorProps) {
  const t = useMessages('pools');
  const [opened, setOpened] = useState<number>();
  const editing: Editing = { tree, onChange, segmentId, opened, onOpen: setOpened };
  const addFirst = () => addCondition(editing, tree.id);
  useShortcuts([{ keys: 'f', label: t('rule.add'), run: addFirst }]);
  return <GroupPart group={tree} depth={1} editing={editing} />;
}

function addCondition({ tree, onChange, onOpen }: Editing, groupId: number) {
  const leaf = newLeaf('stage');
  onChange(added(tree, groupId, leaf));
  onOpen(leaf.id);
}

interface PartProps<P extends Part> {
  depth: number;
  editing: Editing;
  part: P;
  join: 'all' | 'any';
}

function GroupPart({ group, depth, editing }: { group: Group; depth: number; editing: Editing }) {
  const t = useMessages('pools');
  const { tree, onChange } = editing;
  const isRoot = group.id === tree.id;
  const set = (change: Partial<Group>) =>
    onChange(isRoot ? { ...tree, ...change } : changed(tree, group.id, () => ({ ...group, ...change })));
  return (
    <fieldset className={styles.group} data-root={isRoot} aria-label={t(`rule.${group.join}`)}>
      <div className={styles.head}>
        <SelectField
          label={t('rule.join')}
          labelHidden
          value={group.join}
          options={(['all', 'any'] as const).map((value) => ({ value, label: t(`rule.${value}`) }))}
          onChoose={(join) => set({ join: join === 'any' ? 'any' : 'all' })}
        />
        {!isRoot && (
          <>
            <Checkbox checked={group.isOpposite} onMark={(isOpposite) => set({ isOpposite })}>
              {t('rule.inverted')}
            </Checkbox>
            <Button look="bare" onClick={() => onChange(changed(tree, group.id, () => undefined))}>
              {t('rule.remove_group')}
            </Button>
          </>
        )}
      </div>
      <ul className={styles.parts}>
        {group.parts.map((part) => (
          <li key={part.id}>
            {part.kind === 'group' ? (
              <GroupPart group={part} depth={depth + 1} editing={editing} />
            ) : (
              <LeafPart part={part} depth={depth} editing={editing} join={group.join} />
            )}
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Button look="bare" {...(isRoot ? { keys: 'f' } : {})} onClick={() => addCondition(editing, group.id)}>
          {t('rule.add')}
        </Button>
        {mayNest(depth) && (
          <Button
            look="bare"
            onClick={() => onChange(added(tree, group.id, { ...emptyTree(), join: otherJoin(group) }))}
          >
            {t('rule.add_group')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

const otherJoin = ({ join }: Group) => (join === 'all' ? 'any' : 'all');

function LeafPart(props: PartProps<Leaf>) {
  const { part, editing } = props;
  const { words } = useRuleWords();
  const isOpen = editing.opened === part.id;
  const clause = words.clause(part.condition, part.isOpposite ? 'not' : 'is');
  const pieces = ruleSentence(part.condition, { ...words, clause: () => clause, say: () => '' });
  return (
    <div className={styles.leaf} data-open={isOpen}>
      <div className={styles.line}>
        <button
          type="button"
          className={styles.clause}
          aria-expanded={isOpen}
          onClick={() => editing.onOpen(isOpen ? undefined : part.id)}
        >
          {pieces.map(({ text, isTerm }, i) =>
            // oxlint-disable-next-line react/no-array-index-key -- pieces have nothing else that tells them apart
            isTerm ? <b key={i}>{text}</b> : text,
          )}
        </button>
        <LeafMenu {...props} />
      </div>
      {isOpen && <LeafFields {...props} />}
    </div>
  );
}

function LeafFields({ part, editing: { tree, onChange, segmentId } }: PartProps<Leaf>) {
  const t = useMessages('pools');
  const set = (change: Partial<Leaf>) => onChange(changed(tree, part.id, () => ({ ...part, ...change })));
  return (
    <div ref={focusFirst} className={styles.fields}>
      <SelectField
        label={t('rule.which')}
        value={part.condition.is}
        options={CONDITION_NAMES.map((value) => ({
          value,
          label: t(`condition.${value}.name`),
          group: t(`kind.${ASKS[value].group}`),
        }))}
        onChoose={(is) => set({ condition: emptyCondition(is as ConditionName) })}
      />
      <AnswerFields
        key={part.condition.is}
        condition={part.condition}
        segmentId={segmentId}
        onAnswer={(condition) => set({ condition })}
      />
      <Checkbox checked={part.isOpposite} onMark={(isOpposite) => set({ isOpposite })}>
        {t('rule.inverted')}
      </Checkbox>
    </div>
  );
}

const focusFirst = (fields: HTMLElement | null) => fields?.querySelector<HTMLElement>('select, input')?.focus();

function LeafMenu({ part, depth, join, editing: { tree, onChange } }: PartProps<Leaf>) {
  const t = useMessages('pools');
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className={styles.more} aria-label={t('rule.menu')} title={t('rule.menu')}>
          <Icon of={IconDots} />
        </button>
      }
    >
      <MenuItem onChoose={() => onChange(changed(tree, part.id, () => ({ ...part, isOpposite: !part.isOpposite })))}>
        {t('rule.invert')}
      </MenuItem>
      {mayNest(depth) && (
        <MenuItem onChoose={() => onChange(changed(tree, part.id, (one) => wrapped(one, join)))}>
          {t('rule.wrap')}
        </MenuItem>
      )}
      <MenuItem onChoose={() => onChange(moved(tree, part.id, -1))}>{t('rule.up')}</MenuItem>
      <MenuItem onChoose={() => onChange(moved(tree, part.id, 1))}>{t('rule.down')}</MenuItem>
      <MenuItem risk onChoose={() => onChange(changed(tree, part.id, () => undefined))}>
        {t('rule.remove')}
      </MenuItem>
    </Menu>
  );
}
