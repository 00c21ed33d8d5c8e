import type { ReactNode } from 'react';
import styles from './data-table.module.css';

export interface DataColumn<Row> {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: 'left' | 'right';
  width?: string;
}

interface DataTableProps<Row> {
  /** What the table shows, for screen readers. */
  caption: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** With controls in its cells a row becomes a block on the phone; without this the table scrolls within itself. */
  onPhone?: 'scroll' | 'stack';
  /** Shown instead of rows. */
  empty?: ReactNode;
}

/** Hairlines, no frame, no stripes. For up to some hundred rows; on the phone it scrolls within itself or stacks. */
export function DataTable<Row>({ caption, columns, rows, rowKey, onPhone = 'scroll', empty }: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return empty;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className={styles.frame} data-phone={onPhone} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head, align, width }) => (
              <th key={key} scope="col" data-align={align} style={{ width }}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, cell, align }) => (
                <td key={key} data-align={align}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
