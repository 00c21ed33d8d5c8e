import { Fragment } from 'react';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';
import { classes } from '#ground/ui/classes.ts';
import { STEP_NAMES } from '#ground/ui/line/warmth-over-time.ts';
import type { QueueEntry } from '../../schema-today.ts';
import { drawnState, shownWays } from '../shared/contact-drawing.ts';
import styles from './entry.module.css';

const TOLD = ['phone', 'mail'];

/** Who else it is, how warm, what is allowed: one quiet line of facts. */
export function QuietFacts({ entry }: { entry: QueueEntry }) {
  const t = useMessages('care');
  const ui = useMessages('ui');
  const talents = useMessages('talents');
  const has = useHasMessage();
  const { person, warmth, contact } = entry;
  const segments = person.segments.map((one) => (has('talents', `segment.${one}`) ? talents(`segment.${one}`) : one));
  const word = ui(`warmth.${STEP_NAMES[warmth.step - 1] ?? 'distant'}`);
  const ways = shownWays(contact).filter(({ channel }) => TOLD.includes(channel));
  return (
    <p className={styles.facts}>
      {[...segments, ui(`warmth.trend.${warmth.trend}`, { word })].map((fact, index) => (
        <Fragment key={fact}>
          {index > 0 && ' · '}
          <span className={styles.fact}>{fact}</span>
        </Fragment>
      ))}
      {ways.map((way) => (
        <span key={way.channel}>
          {' · '}
          <span data-state={drawnState(way)} className={classes(styles.fact, styles.way)}>
            {t(`way_state.${drawnState(way)}`, { way: t(`way.${way.channel}`) })}
          </span>
        </span>
      ))}
    </p>
  );
}
