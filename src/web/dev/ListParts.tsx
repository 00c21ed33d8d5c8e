import { useMemo, useState } from 'react';
import { Button } from '#ground/ui/Button.tsx';
import { Line } from '#ground/ui/line/Line.tsx';
import { LineAxis, spineStyle } from '#ground/ui/line/LineAxis.tsx';
import { listAxis } from '#ground/ui/line/line-axis.ts';
import { BulkBar } from '#ground/ui/list/BulkBar.tsx';
import { countMarked, NOTHING_MARKED } from '#ground/ui/list/selection.ts';
import { type ListColumn, VirtualTable } from '#ground/ui/list/VirtualTable.tsx';
import { Permissions } from '#ground/ui/Permission.tsx';
import { SidePanel } from '#ground/ui/SidePanel.tsx';
import { useIsPhone } from '#ground/ui/use-phone.ts';
import { CAST, TODAY } from './cast.ts';
import styles from './parts-page.module.css';

const TOTAL = 100_000;
const axis = listAxis(TODAY);

interface ExampleRow {
  id: string;
  person: (typeof CAST)[number];
}

const rowAt = (index: number): ExampleRow | undefined => {
  const person = CAST[index % CAST.length];
  return person && index % 37 !== 36 ? { id: String(index), person } : undefined;
};
const rowId = ({ id }: ExampleRow) => id;
const COLUMNS: readonly ListColumn<ExampleRow>[] = [
  { key: 'name', head: 'Name', track: 'minmax(240px, 1fr)', cell: ({ id, person }) => <b>{`${person.name} ${id}`}</b> },
  {
    key: 'may',
    head: 'Darf',
    track: '84px',
    cell: () => <Permissions states={['ja', 'offen', 'nein']} label="Mail ja, Anruf nie gefragt, Newsletter nein" />,
  },
  {
    key: 'line',
    head: <LineAxis axis={axis} width={250} />,
    track: '250px',
    place: 'spine',
    style: spineStyle(axis, 250),
    cell: ({ person }) => <ExampleLine person={person} />,
  },
  { key: 'role', head: 'Rolle', track: '280px', place: 'later', cell: ({ person }) => person.role },
];

function ExampleLine({ person }: Pick<ExampleRow, 'person'>) {
  return <Line {...person} size={useIsPhone() ? 'phone' : 'row'} axis={axis} />;
}

export function ListParts() {
  const [marking, setMarking] = useState(NOTHING_MARKED);
  const [open, setOpen] = useState<ExampleRow>();
  const marked = useMemo(() => countMarked(marking, TOTAL), [marking]);
  return (
    <section className={styles.part}>
      <h2>VirtualTable with 100,000 rows, SidePanel, BulkBar</h2>
      <div className={styles.list} data-testid="long-list">
        <VirtualTable
          label="Talente"
          total={TOTAL}
          rowAt={rowAt}
          rowId={rowId}
          columns={COLUMNS}
          marking={marking}
          onMarking={setMarking}
          markAllLabel="alle markieren"
          markLabel={({ person }) => person.name}
          openId={open?.id}
          onOpen={setOpen}
          onLeave={() => setOpen(undefined)}
        />
        {marked > 0 && (
          <BulkBar label="Markierte" count={`${marked} markiert`}>
            <Button keys="p">In Pool</Button>
            <Button keys="u">Übergeben</Button>
          </BulkBar>
        )}
        {open && (
          <SidePanel label={open.person.name} onClose={() => setOpen(undefined)}>
            <h3>{open.person.name}</h3>
            <Line {...open.person} size="panel" axis={axis} />
          </SidePanel>
        )}
      </div>
    </section>
  );
}
