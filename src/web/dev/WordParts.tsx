import { FilterSentence, FilterTerm } from '#ground/ui/FilterSentence.tsx';
import { MachineDraft, Evidence, Quoted, Said } from '#ground/ui/Said.tsx';
import { Monogram, PersonName } from '#ground/ui/PersonName.tsx';
import { Permission, Permissions } from '#ground/ui/Permission.tsx';
import { Mode, Phase } from '#ground/ui/Phase.tsx';
import styles from './parts-page.module.css';

const nothing = () => undefined;

export function WordParts() {
  return (
    <section className={styles.part}>
      <h2>PersonName, Monogram, Said, Evidence, MachineDraft, Permission, Phase, Mode, FilterSentence</h2>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <div className={styles.row}>
            <Monogram name="Anneliese Krähenbühl-Zürcher" size="large" />
            <PersonName name="Anneliese Krähenbühl-Zürcher" size="page" />
          </div>
          <PersonName name="Nikolina Đurić" size="panel" />
          <PersonName name="Dr. Ayşe Yıldırım-Hoffmann" />
          <div className={styles.row}>
            <Monogram name="Dr. Ayşe Yıldırım-Hoffmann" /> <Monogram name="Maximilian von Tettenborn-Lüdeking" />
          </div>
        </div>
        <div className={styles.stack}>
          <Said>
            Danke für den Rundgang. <Evidence>Siliziumkarbid würde mich reizen</Evidence>, das machen wir hier nicht.
          </Said>
          <Quoted words="Ich bleibe gern im Gespräch, aber bitte ohne Eile." />
          <MachineDraft onAccept={nothing} onDiscard={nothing}>
            Interesse SiC-Halbleiter eintragen.
          </MachineDraft>
        </div>
        <div className={styles.stack}>
          <div className={styles.row}>
            <Permission state="ja" /> <Permission state="offen" /> <Permission state="nein" />
            <Permissions states={['ja', 'offen', 'nein']} label="Mail ja, Anruf nie gefragt, Newsletter nein" />
          </div>
          <div className={styles.row}>
            <Phase phase="abbau" /> <Phase phase="pause" word="Pause seit 3. Februar" /> <Phase phase="aufbau" />
          </div>
          <div className={styles.row}>
            <Mode mode="volumen" /> <Mode mode="boutique" />
          </div>
        </div>
      </div>
      <FilterSentence hits="47 Treffer">
        Alle Talente, die <FilterTerm>Silbermedaille</FilterTerm> sind und deren letzter Kontakt{' '}
        <FilterTerm open>länger als 90 Tage</FilterTerm> her ist.
      </FilterSentence>
    </section>
  );
}
