import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { type RuleOf, toggled } from './draft.ts';
import styles from './rules-page.module.css';
import { Sentence } from './Sentence.tsx';
import { RuleSwitch, TermChoice, TermSet } from './Term.tsx';

type Former = RuleOf<'former'>;
type Passive = RuleOf<'passive_contact'>;

const KINDS = ['employee', 'intern', 'working_student', 'apprentice', 'trainee', 'freelancer', 'thesis'] as const;
const WAYS = ['referral', 'network', 'social', 'connected'] as const;

/** Who worked here and may come back. */
export function FormerSentence({ rule, onChange }: { rule: Former; onChange: (rule: Former) => void }) {
  const t = useMessages('inventory');
  return (
    <>
      <p className={styles.sentence}>
        <Sentence
          of="rules.former.lead"
          terms={{ switch: <RuleSwitch isOn={rule.isOn} onMark={(isOn) => onChange({ ...rule, isOn })} /> }}
        />
      </p>
      {rule.isOn && (
        <>
          <p className={styles.sentence}>
            <Sentence
              of="rules.former.kinds"
              terms={{
                kinds: (
                  <TermSet
                    label={t('rules.former.kinds_label')}
                    all={KINDS}
                    values={rule.kinds}
                    nameOf={(kind) => t(`word.employment_kind.${kind}`)}
                    onToggle={(kind) => onChange({ ...rule, kinds: toggled(rule.kinds, kind) })}
                  />
                ),
              }}
            />
          </p>
          <p className={styles.sentence}>
            <Sentence
              of="rules.former.unwanted"
              terms={{
                unwanted: (
                  <TermChoice
                    label={t('rules.former.unwanted_label')}
                    value={rule.excludesUnwanted ? 'not' : 'too'}
                    options={(['not', 'too'] as const).map((value) => ({
                      value,
                      label: t(`rules.former.unwanted_${value}`),
                    }))}
                    onChoose={(value) => onChange({ ...rule, excludesUnwanted: value === 'not' })}
                  />
                ),
              }}
            />
          </p>
          <ExcludedReasons rule={rule} onChange={onChange} />
        </>
      )}
    </>
  );
}

/** Words that must not stand in the exit reason, as one field: they are the company's own. */
function ExcludedReasons({ rule, onChange }: { rule: Former; onChange: (rule: Former) => void }) {
  const t = useMessages('inventory');
  const [written, setWritten] = useState(rule.excludedReasons.join(', '));
  const take = () => {
    const words = written
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter((word) => word.length >= 2);
    onChange({ ...rule, excludedReasons: [...new Set(words)].slice(0, 50) });
  };
  return (
    <label className={styles.reasons}>
      <span>{t('rules.former.reasons')}</span>
      <textarea rows={2} value={written} onChange={(event) => setWritten(event.target.value)} onBlur={take} />
    </label>
  );
}

/** Whom the company knows without an application. */
export function PassiveSentence({ rule, onChange }: { rule: Passive; onChange: (rule: Passive) => void }) {
  const t = useMessages('inventory');
  return (
    <>
      <p className={styles.sentence}>
        <Sentence
          of="rules.passive.lead"
          terms={{ switch: <RuleSwitch isOn={rule.isOn} onMark={(isOn) => onChange({ ...rule, isOn })} /> }}
        />
      </p>
      {rule.isOn && (
        <p className={styles.sentence}>
          <Sentence
            of="rules.passive.ways"
            terms={{
              ways: (
                <TermSet
                  label={t('rules.passive.ways_label')}
                  all={WAYS}
                  values={rule.ways}
                  nameOf={(way) => t(`rules.passive.way.${way}`)}
                  onToggle={(way) => onChange({ ...rule, ways: toggled(rule.ways, way) })}
                />
              ),
            }}
          />
        </p>
      )}
    </>
  );
}
