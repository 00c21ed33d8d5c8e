import { Line } from '#ground/ui/line/Line.tsx';
import { LineAxis, spineStyle } from '#ground/ui/line/LineAxis.tsx';
import { listAxis, profileAxis } from '#ground/ui/line/line-axis.ts';
import { WarmthWord } from '#ground/ui/WarmthWord.tsx';
import { CAST, TODAY } from './cast.ts';
import styles from './parts-page.module.css';

const axis = listAxis(TODAY);
const [anneliese] = CAST;
const early = [
  { on: '2019-02-04', kind: 'personal', direction: 'ours' },
  { on: '2019-09-02', kind: 'personal', direction: 'theirs' },
  { on: '2021-05-10', kind: 'personal', direction: 'ours' },
  { on: '2022-12-15', kind: 'personal', direction: 'theirs' },
  { on: '2023-01-16', kind: 'personal', direction: 'ours', name: 'Bewerbung' },
  { on: '2023-03-27', kind: 'personal', direction: 'ours' },
] as const;

export function LineParts() {
  return (
    <>
      <section className={styles.part}>
        <h2>Line, profile</h2>
        <Line
          {...anneliese}
          size="profile"
          touches={[...early, ...anneliese.touches]}
          axis={profileAxis('2019-02-04', TODAY)}
          quiet={[{ from: '2020-03-10', to: '2020-08-01' }]}
          stations={[
            { from: '2019-02-04', to: '2019-09-02', label: 'Praktikum bei uns', withUs: true },
            { from: '2020-10-01', to: '2023-03-01', label: 'Limmat Elektronik', withUs: false },
            { from: '2023-04-01', label: 'Hochrhein Umrichter GmbH', withUs: false },
          ]}
          overdueLabel="Anruf versprochen"
          endLabel="Erlaubnis endet"
        />
      </section>
      <section className={styles.part}>
        <h2>Line, row with shared axis</h2>
        <table className={styles.people}>
          <thead>
            <tr>
              <th>Name</th>
              <th>
                <LineAxis axis={axis} width={250} />
              </th>
              <th>Wärme</th>
            </tr>
          </thead>
          <tbody>
            {CAST.map((person, i) => (
              <tr key={person.name}>
                <td>
                  <b>{person.name}</b> {person.role}
                </td>
                <td style={{ ...spineStyle(axis, 250), padding: 0, width: 250 }}>
                  <Line {...person} size="row" axis={axis} />
                </td>
                <td>
                  <WarmthWord warmth={[0.61, 0.34, 0.08, 0.2, 0.44][i] ?? 0} trend="cooling" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className={styles.part}>
        <h2>Line, today, opened, panel, board, palette, phone</h2>
        <div className={styles.columns}>
          <Line {...anneliese} size="today" axis={axis} />
          <Line {...anneliese} size="opened" axis={axis} overdueLabel="Anruf versprochen" />
          <Line {...anneliese} size="panel" axis={axis} />
          <Line {...anneliese} size="board" axis={axis} />
          <Line {...anneliese} size="palette" axis={axis} />
          <Line {...anneliese} size="phone" axis={axis} />
        </div>
      </section>
    </>
  );
}
