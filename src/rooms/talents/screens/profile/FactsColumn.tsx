import { useState } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import textStyles from '#ground/ui/text.module.css';
import { listTeam } from '#rooms/accounts/contract.ts';
import type { TalentProfile } from '../../schema-profile.ts';
import { ADDRESS_FORMS, LANGUAGES_OF_TALENTS, PREFERRED_CHANNELS, STAGES } from '../../types.ts';
import { useProfileEditing } from './editing.ts';
import { FactLine, type FactLineProps } from './FactLine.tsx';
import { Addresses } from './parts/Addresses.tsx';
import { Applications } from './parts/Applications.tsx';
import { Skills } from './parts/Skills.tsx';
import { Stations } from './parts/Stations.tsx';
import { TagsLine } from './TagsLine.tsx';
import styles from './talent-profile.module.css';

/** Countries that are offered; any other stays as it came. */
const COUNTRIES = [
  'CH',
  'DE',
  'AT',
  'LI',
  'FR',
  'IT',
  'GB',
  'US',
  'NL',
  'ES',
  'PL',
  'PT',
  'CZ',
  'HR',
  'RS',
  'TR',
  'IN',
];

/** Who somebody is: facts to be edited in place, addresses, what they can, where they were. */
export function FactsColumn({ profile }: { profile: TalentProfile }) {
  const t = useMessages('talents');
  const { mayEdit } = useProfileEditing();
  const [shown, setShown] = useState<'known' | 'all'>('known');
  const { talent, addresses, skills, stations, applications } = profile;
  return (
    <div className={styles.left}>
      {addresses && <Addresses talentId={talent.id} addresses={addresses} />}
      <Section title={t('facts.title')}>
        <dl className={styles.facts}>
          <StateLines talent={talent} />
          <PersonLines talent={talent} shown={shown} />
          {(shown === 'all' || talent.tags.length > 0) && <TagsLine tags={talent.tags} />}
        </dl>
        {mayEdit && (
          <p className={styles.all}>
            <button
              type="button"
              className={textStyles.link}
              aria-expanded={shown === 'all'}
              onClick={() => setShown(shown === 'all' ? 'known' : 'all')}
            >
              {t(shown === 'all' ? 'facts.only_known' : 'facts.all')}
            </button>
          </p>
        )}
      </Section>
      <Skills talentId={talent.id} skills={skills} />
      <Stations talentId={talent.id} stations={stations} />
      <Applications talentId={talent.id} applications={applications} />
    </div>
  );
}

type Facts = TalentProfile['talent'];

function StateLines({ talent }: { talent: Facts }) {
  const t = useMessages('talents');
  const { data: team } = useRead(listTeam, {});
  const people = (team?.items ?? []).filter(({ state }) => state !== 'disabled');
  const members = [
    { value: '', label: t('member.none') },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <FactLine
        field="stage"
        value={talent.stage}
        kind="choice"
        options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
      />
      <FactLine field="nextStep" value={talent.nextStep} />
      <FactLine field="nextStepOn" value={talent.nextStepOn} kind="date" />
      <FactLine field="ownerId" value={talent.owner?.id ?? null} kind="choice" options={members} />
      <FactLine field="deputyId" value={talent.deputy?.id ?? null} kind="choice" options={members} />
    </>
  );
}

/** Fields without a value, and those the head shows anyway, wait until one asks for all. */
function PersonLines({ talent, shown }: { talent: Facts; shown: 'known' | 'all' }) {
  const t = useMessages('talents');
  const formats = useFormats();
  const regions = new Intl.DisplayNames([formats.locale], { type: 'region' });
  const optional = (values: readonly string[], word: (value: string) => string) => [
    { value: '', label: t('value.none') },
    ...values.map((value) => ({ value, label: word(value) })),
  ];
  const countries = [...new Set([...COUNTRIES, ...(talent.country ? [talent.country] : [])])];
  const lines: FactLineProps[] = [
    { field: 'role', value: talent.role },
    { field: 'employer', value: talent.employer },
    { field: 'street', value: talent.street },
    { field: 'postcode', value: talent.postcode },
    { field: 'city', value: talent.city },
    choice(
      'country',
      talent.country,
      optional(countries, (code) => regions.of(code) ?? code),
    ),
    { field: 'wishes', value: talent.wishes, kind: 'long' },
    { field: 'availableFrom', value: talent.availableFrom, kind: 'date' },
    choice(
      'addressForm',
      talent.addressForm,
      optional(ADDRESS_FORMS, (form) => t(`address_form.${form}`)),
    ),
    choice(
      'language',
      talent.language,
      optional(LANGUAGES_OF_TALENTS, (one) => t(`language.${one}`)),
    ),
    choice(
      'preferredChannel',
      talent.preferredChannel,
      optional(PREFERRED_CHANNELS, (one) => t(`channel.${one}`)),
    ),
    { field: 'title', value: talent.title },
    { field: 'firstName', value: talent.firstName },
    { field: 'lastName', value: talent.lastName },
    { field: 'birthName', value: talent.birthName },
  ];
  const isShown = ({ field, value }: FactLineProps) => value && !SHOWN_IN_HEAD.includes(field);
  return lines
    .filter((line) => shown === 'all' || isShown(line))
    .map((line) => <FactLine key={line.field} {...line} />);
}

const SHOWN_IN_HEAD: readonly string[] = ['title', 'firstName', 'lastName'];

const choice = (
  field: FactLineProps['field'],
  value: string | null,
  options: NonNullable<FactLineProps['options']>,
): FactLineProps => ({ field, value, kind: 'choice', options });
