import { type CSSProperties, useState } from 'react';
import { useLanguage, useMessages } from '#ground/i18n/use-messages.ts';
import { Chips } from '#ground/ui/FilterSentence.tsx';
import { lookOf } from '../../letters/look/look.ts';
import type { BrandDesign } from '../../schema-letter.ts';
import { pictureAddress } from '../editor/use-pictures.ts';
import styles from './brand.module.css';

const LIGHTS = ['light', 'dark'] as const;

/** A few lines of a letter in this look, by day and by night, as mail programs show it. */
export function BrandSample({ design }: { design: BrandDesign }) {
  const t = useMessages('campaigns');
  const [light, setLight] = useState<(typeof LIGHTS)[number]>('light');
  const { headings, body, ...palettes } = lookOf(design);
  const { paper, ink, quiet, hair, accent, link, onAccent } = palettes[light];
  const paint = {
    '--paper': paper,
    '--ink': ink,
    '--quiet': quiet,
    '--line': hair,
    '--accent': accent,
    '--way': link,
    '--on-accent': onAccent,
    '--headings': headings,
    '--body': body,
  } as CSSProperties;
  return (
    <div className={styles.sample}>
      <Chips
        label={t('brandPage.light_label')}
        value={light}
        options={LIGHTS.map((value) => ({ value, label: t(`brandPage.light.${value}`) }))}
        onChoose={setLight}
      />
      <article aria-label={t('brandPage.sample')} className={styles.letter} style={paint}>
        <p className={styles.company}>
          {design.logoPictureId ? (
            <img src={pictureAddress(design.logoPictureId)} alt={design.companyName} data-light={light} />
          ) : (
            design.companyName
          )}
        </p>
        <div className={styles.swell} />
        <h3>{t('brandPage.sample_heading')}</h3>
        <p>
          {t('brandPage.sample_text')} <span className={styles.way}>{t('brandPage.sample_link')}</span>.
        </p>
        <span className={styles.act}>{t('brandPage.sample_button')}</span>
        <Foot design={design} />
      </article>
    </div>
  );
}

function Foot({ design }: { design: BrandDesign }) {
  const t = useMessages('campaigns');
  const own = design.foot[useLanguage() === 'en' ? 'en' : 'de'] ?? '';
  const lines = own.split('\n').filter((line) => line.trim() !== '');
  return (
    <footer>
      {t('brandPage.sample_foot')}
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </footer>
  );
}
