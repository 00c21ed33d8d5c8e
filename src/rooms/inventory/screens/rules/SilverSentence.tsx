import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { STAGE_ORDER } from '../../classification/rules.ts';
import type { ApplicationStage } from '../../types.ts';
import { type RuleOf, ratingOf, shareOf, toggled } from './draft.ts';
import styles from './rules-page.module.css';
import { Sentence } from './Sentence.tsx';
import { RuleSwitch, TermChoice, TermNumber, TermSet } from './Term.tsx';

type Silver = RuleOf<'silver_medalist'>;

const OUTCOMES = ['rejected', 'withdrawn', 'declined_offer'] as const;
const OFF = 'off';
const PLACES = [2, 3, 4, 5] as const;
const RATINGS = [3, 3.5, 4, 4.2, 4.5, 5] as const;

/** Who was good and not hired: any one of three criteria is enough. */
export function SilverSentence({ rule, onChange }: { rule: Silver; onChange: (rule: Silver) => void }) {
  const t = useMessages('inventory');
  return (
    <>
      <p className={styles.sentence}>
        <Sentence
          of="rules.silver.lead"
          terms={{ switch: <RuleSwitch isOn={rule.isOn} onMark={(isOn) => onChange({ ...rule, isOn })} /> }}
        />
      </p>
      {rule.isOn && (
        <>
          <ul className={styles.criteria}>
            <li>
              <Criterion which="stage" term={<StageTerm rule={rule} onChange={onChange} />} />
            </li>
            <li>
              <Criterion which="place" term={<PlaceTerm rule={rule} onChange={onChange} />} />
            </li>
            <li>
              <Criterion which="rating" term={<RatingTerm rule={rule} onChange={onChange} />} />
            </li>
          </ul>
          <p className={styles.sentence}>
            <Sentence
              of="rules.silver.limit"
              terms={{
                years: (
                  <TermNumber
                    label={t('rules.silver.years_label')}
                    min={1}
                    max={20}
                    value={rule.withinYears}
                    onChange={(withinYears) => onChange({ ...rule, withinYears })}
                  />
                ),
                undated: (
                  <TermChoice
                    label={t('rules.silver.undated_label')}
                    value={rule.undated}
                    options={(['include', 'leave_out'] as const).map((value) => ({
                      value,
                      label: t(`rules.silver.undated.${value}`),
                    }))}
                    onChoose={(value) => onChange({ ...rule, undated: value === 'include' ? 'include' : 'leave_out' })}
                  />
                ),
              }}
            />
          </p>
          <p className={styles.sentence}>
            <Sentence
              of="rules.silver.outcomes"
              terms={{
                outcomes: (
                  <TermSet
                    label={t('rules.silver.outcomes_label')}
                    all={OUTCOMES}
                    values={rule.outcomes}
                    nameOf={(value) => t(`word.outcome.${value}`)}
                    onToggle={(value) => onChange({ ...rule, outcomes: toggled(rule.outcomes, value) })}
                  />
                ),
              }}
            />
          </p>
        </>
      )}
    </>
  );
}

function Criterion({ which, term }: { which: 'stage' | 'place' | 'rating'; term: React.ReactElement }) {
  return <Sentence of={`rules.silver.${which}`} terms={{ term }} />;
}

interface TermProps {
  rule: Silver;
  onChange: (rule: Silver) => void;
}

function StageTerm({ rule, onChange }: TermProps) {
  const t = useMessages('inventory');
  const stages = STAGE_ORDER.filter((stage) => stage !== 'applied');
  return (
    <TermChoice
      label={t('rules.silver.stage_label')}
      value={rule.stageFrom ?? OFF}
      options={[
        ...stages.map((value) => ({ value, label: t(`word.stage.${value}`) })),
        { value: OFF, label: t('rules.any') },
      ]}
      onChoose={(value) => onChange({ ...rule, stageFrom: value === OFF ? null : (value as ApplicationStage) })}
    />
  );
}

function PlaceTerm({ rule, onChange }: TermProps) {
  const t = useMessages('inventory');
  return (
    <TermChoice
      label={t('rules.silver.place_label')}
      value={String(rule.placeTo ?? OFF)}
      options={[
        ...withValue(PLACES, rule.placeTo).map((place) => ({
          value: String(place),
          label: t('rules.silver.to_place', { place }),
        })),
        { value: OFF, label: t('rules.any') },
      ]}
      onChoose={(value) => onChange({ ...rule, placeTo: value === OFF ? null : Number(value) })}
    />
  );
}

function RatingTerm({ rule, onChange }: TermProps) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const rating = rule.ratingShareFrom === null ? null : ratingOf(rule.ratingShareFrom);
  return (
    <TermChoice
      label={t('rules.silver.rating_label')}
      value={String(rating ?? OFF)}
      options={[
        ...withValue(RATINGS, rating).map((value) => ({
          value: String(value),
          label: t('rules.silver.of_five', { rating: formats.number(value) }),
        })),
        { value: OFF, label: t('rules.any') },
      ]}
      onChoose={(value) => onChange({ ...rule, ratingShareFrom: value === OFF ? null : shareOf(Number(value)) })}
    />
  );
}

/** The usual values, and the one that is set even if it is unusual. */
const withValue = (usual: readonly number[], value: number | null) =>
  value === null || usual.includes(value) ? usual : [...usual, value].toSorted((a, b) => a - b);
