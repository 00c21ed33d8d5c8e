import { memo } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Line } from '#ground/ui/line/Line.tsx';
import type { LineAxis } from '#ground/ui/line/line-types.ts';
import { Permissions } from '#ground/ui/Permission.tsx';
import { useIsPhone } from '#ground/ui/use-phone.ts';
import { stepName } from '#ground/ui/line/warmth-over-time.ts';
import type { TalentRow } from '../../schema.ts';
import { nameOf } from '../shared/names.ts';
import { DRAWN } from '../shared/permission-drawing.ts';
import styles from './talent-cells.module.css';

interface CellProps {
  row: TalentRow;
}

export const NameCell = memo(function NameCell({ row, withRole }: CellProps & { withRole: 'with_role' | 'alone' }) {
  const name = nameOf(row);
  return (
    <>
      <span className={styles.name} title={name} data-talent={row.id}>
        {name}
      </span>
      {withRole === 'with_role' && row.role && (
        <span className={styles.role} title={row.role}>
          {row.role}
        </span>
      )}
    </>
  );
});

export const MayCell = memo(function MayCell({ row: { permissions } }: CellProps) {
  const t = useMessages('talents');
  const { mail, phone, newsletter } = permissions;
  const word = (state: keyof typeof DRAWN) => t(`permission.state.${state}`);
  return (
    <Permissions
      states={[DRAWN[mail], DRAWN[phone], DRAWN[newsletter]]}
      label={t('permission.three', { mail: word(mail), phone: word(phone), newsletter: word(newsletter) })}
    />
  );
});

export const LineCell = memo(function LineCell({ row, axis }: CellProps & { axis: LineAxis }) {
  const size = useIsPhone() ? 'phone' : 'row';
  const isLate = row.nextStepOn !== null && row.nextStepOn < axis.today;
  return (
    <Line
      size={size}
      axis={axis}
      touches={row.touches}
      planned={isLate ? undefined : (row.nextStepOn ?? undefined)}
      promised={isLate ? (row.nextStepOn ?? undefined) : undefined}
      endsOn={row.eraseOn}
    />
  );
});

export const WarmthCell = memo(function WarmthCell({ row: { warmth } }: CellProps) {
  const t = useMessages('ui');
  const word = t(`warmth.${stepName(warmth.step)}`);
  return (
    <span title={`${t(`warmth.trend.${warmth.trend}`, { word })} (${useFormats().percent(warmth.value)})`}>{word}</span>
  );
});

export const LastTouchCell = memo(function LastTouchCell({ row: { lastTouch } }: CellProps) {
  const t = useMessages('talents');
  const formats = useFormats();
  if (!lastTouch) return <span className={styles.quiet}>{t('list.never')}</span>;
  const { at, direction, channel } = lastTouch;
  return (
    <span className={styles.cut} title={`${formats.dateTime(at)}, ${t(`channel.${channel}`)}`}>
      {t(`list.last.${direction}`, { date: formats.dateShort(at) })}
    </span>
  );
});

export const NextStepCell = memo(function NextStepCell({ row, today }: CellProps & { today: string }) {
  const t = useMessages('talents');
  const formats = useFormats();
  const { nextStep, nextStepOn } = row;
  if (!nextStepOn) {
    return nextStep ? (
      <span title={nextStep}>{nextStep}</span>
    ) : (
      <span className={styles.quiet}>{t('list.no_date')}</span>
    );
  }
  const day = formats.dateShort(nextStepOn);
  if (nextStepOn < today) {
    return (
      <span className={styles.late} title={nextStep ?? undefined}>
        {t('list.overdue', { day })}
      </span>
    );
  }
  return <span title={nextStep ?? undefined}>{nextStep ? t('list.next_step', { day, what: nextStep }) : day}</span>;
});

export const OwnerCell = memo(function OwnerCell({ row: { owner } }: CellProps) {
  const t = useMessages('talents');
  return owner ? (
    <span title={owner.name}>{owner.initials}</span>
  ) : (
    <span className={styles.quiet} title={t('member.none')}>
      –
    </span>
  );
});

export const EraseCell = memo(function EraseCell({ row: { eraseOn } }: CellProps) {
  return <span title={useFormats().relative(eraseOn)}>{useFormats().dateShort(eraseOn)}</span>;
});

export const TextCell = memo(function TextCell({ text }: { text: string | null }) {
  return text ? (
    <span className={styles.cut} title={text}>
      {text}
    </span>
  ) : (
    <span className={styles.quiet}>–</span>
  );
});
