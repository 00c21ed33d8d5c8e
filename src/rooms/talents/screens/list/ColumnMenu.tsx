import { IconArrowDown, IconArrowUp, IconMinus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { Icon } from '#ground/ui/Icon.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { SORTS, type Sort } from '../../types.ts';
import { Popup } from '../shared/Popup.tsx';
import {
  COLUMN_FACTS,
  isOffered,
  moved,
  OFFERED,
  resized,
  type ShownColumn,
  turned,
  USUAL_COLUMNS,
  widthOf,
} from './columns.ts';
import styles from './column-menu.module.css';
import type { ListSearch } from './list-search.ts';
import { naturalDirection } from './use-list-columns.tsx';

const WIDTH_STEP = 24;

interface ColumnMenuProps {
  search: ListSearch;
  onChange: (change: Partial<ListSearch>) => void;
}

/** Shows, hides, moves and widens columns, and orders the list: everything that the heads do with the mouse. */
export function ColumnMenu({ search, onChange }: ColumnMenuProps) {
  const t = useMessages('talents');
  const [isOpen, setOpen] = useState(false);
  const columns = search.columns ?? USUAL_COLUMNS;
  const change = (next: ShownColumn[]) => onChange({ columns: next });
  const hidden = OFFERED.filter((name) => !columns.some((column) => column.name === name));
  return (
    <Popup
      label={t('columns.title')}
      open={isOpen}
      onOpen={setOpen}
      trigger={<Button look="bare">{t('columns.title')}</Button>}
    >
      <OrderFields search={search} onChange={onChange} />
      <ul className={styles.columns}>
        {columns.map((column, at) => (
          <ColumnLine key={column.name} column={column} columns={columns} at={at} onChange={change} />
        ))}
        {hidden.map((name) => (
          <li key={name} className={styles.line}>
            <Checkbox checked={false} onMark={() => change(turned(columns, name))}>
              {t(`column.${name}`)}
            </Checkbox>
          </li>
        ))}
      </ul>
      {search.columns && (
        <Button look="bare" onClick={() => onChange({ columns: undefined })}>
          {t('columns.usual')}
        </Button>
      )}
    </Popup>
  );
}

interface ColumnLineProps {
  column: ShownColumn;
  columns: readonly ShownColumn[];
  at: number;
  onChange: (columns: ShownColumn[]) => void;
}

function ColumnLine({ column, columns, at, onChange }: ColumnLineProps) {
  const t = useMessages('talents');
  const { name } = column;
  const label = t(`column.${name}`);
  const isFixed = isOffered(name) && COLUMN_FACTS[name].isFixed === true;
  const resize = (by: number) => onChange(resized(columns, name, widthOf(column) + by));
  return (
    <li className={styles.line}>
      <Checkbox checked disabled={columns.length === 1} onMark={() => onChange(turned(columns, name))}>
        {label}
      </Checkbox>
      <span className={styles.acts}>
        <Act
          label={t('columns.left', { label })}
          icon={IconArrowUp}
          disabled={at === 0}
          onAct={() => onChange(moved(columns, at, at - 1))}
        />
        <Act
          label={t('columns.right', { label })}
          icon={IconArrowDown}
          disabled={at === columns.length - 1}
          onAct={() => onChange(moved(columns, at, at + 1))}
        />
        <Act
          label={t('columns.narrower', { label })}
          icon={IconMinus}
          disabled={isFixed}
          onAct={() => resize(-WIDTH_STEP)}
        />
        <Act
          label={t('columns.wider', { label })}
          icon={IconPlus}
          disabled={isFixed}
          onAct={() => resize(WIDTH_STEP)}
        />
      </span>
    </li>
  );
}

interface ActProps {
  label: string;
  icon: typeof IconPlus;
  disabled: boolean;
  onAct: () => void;
}

function Act({ label, icon, disabled, onAct }: ActProps) {
  return (
    <button type="button" className={styles.act} aria-label={label} title={label} disabled={disabled} onClick={onAct}>
      <Icon of={icon} size={14} />
    </button>
  );
}

function OrderFields({ search: { sort, direction }, onChange }: ColumnMenuProps) {
  const t = useMessages('talents');
  const both = SORTS.flatMap((one) => (['asc', 'desc'] as const).map((way) => `${one} ${way}`));
  const now = sort ?? 'name';
  return (
    <SelectField
      label={t('columns.order')}
      value={`${now} ${direction ?? naturalDirection(now)}`}
      options={both.map((value) => ({ value, label: t(`order.${value.replace(' ', '_')}`) }))}
      onChoose={(chosen) => {
        const [wanted, way] = chosen.split(' ') as [Sort, 'asc' | 'desc'];
        onChange({ sort: wanted, direction: way === naturalDirection(wanted) ? undefined : way });
      }}
    />
  );
}
