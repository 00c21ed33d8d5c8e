import { useState } from 'react';
import { Button } from '#ground/ui/Button.tsx';
import { DataTable } from '#ground/ui/DataTable.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { ErrorNote } from '#ground/ui/ErrorNote.tsx';
import { Growing } from '#ground/ui/Growing.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { Steps } from '#ground/ui/Steps.tsx';
import textStyles from '#ground/ui/text.module.css';
import styles from './parts-page.module.css';

const ROWS = [
  { column: 'Nachname', becomes: 'Nachname', why: 'sicher', count: "5'241" },
  { column: 'Ber. 2', becomes: 'Bewertung', why: 'vermutet', count: "4'102" },
];
const nothing = () => undefined;

export function StateParts() {
  const [done, setDone] = useState(3304);
  return (
    <section className={styles.part}>
      <h2>Steps, Growing, ErrorNote, EmptyState, Skeleton, DataTable</h2>
      <Steps label="Inventur" steps={['Datei', 'Spalten', 'Vorschau', 'Übernahme', 'Ergebnis']} now={2} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Growing
            label="Übernahme"
            done={done}
            total={5241}
            actions={
              <button
                type="button"
                className={textStyles.link}
                onClick={() => setDone((before) => Math.min(5241, before + 900))}
              >
                Anhalten
              </button>
            }
          />
          <Growing label="Übernahme" done={1000} total={5241} state="paused" />
          <Growing label="Übernahme" done={5241} total={5241} state="finished" />
          <ErrorNote
            what="Die Notiz ist noch nicht gespeichert."
            kept="Ihr Text bleibt hier."
            onRetry={nothing}
            id="7F2-041"
          />
          <EmptyState
            actions={
              <>
                <Button look="filled" keys="a">
                  Talent aufnehmen
                </Button>
                <Button>Datei ablegen</Button>
              </>
            }
          >
            Noch keine Linie. Eine Beziehung beginnt mit einer Person, an die sich jemand erinnert.
          </EmptyState>
        </div>
        <div className={styles.stack}>
          <DataTable
            caption="Spalten"
            rows={ROWS}
            rowKey={({ column }) => column}
            columns={[
              { key: 'column', head: 'Spalte der Datei', cell: ({ column }) => column },
              { key: 'becomes', head: 'wird zu', cell: ({ becomes }) => becomes },
              { key: 'why', head: 'Warum', cell: ({ why }) => why },
              { key: 'count', head: 'Zeilen', align: 'right', cell: ({ count }) => count },
            ]}
          />
          <SkeletonRows rows={4} />
        </div>
      </div>
    </section>
  );
}
