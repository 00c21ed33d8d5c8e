import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import { listTeam } from '#rooms/accounts/contract.ts';
import type { TalentProfile } from '../../schema-profile.ts';
import { ADDRESS_FORMS, LANGUAGES_OF_TALENTS, PREFERRED_CHANNELS, STAGES } from '../../types.ts';
import { FactLine } from './FactLine.tsx';
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
  const { talent, addresses, skills, stations, applications } = profile;
  return (
    <div className={styles.left}>
      {addresses && <Addresses talentId={talent.id} addresses={addresses} />}
      <Section title={t('facts.title')}>
        <dl className={styles.facts}>
          <StateLines talent={talent} />
          <PersonLines talent={talent} />
          <TagsLine tags={talent.tags} />
        </dl>
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

function PersonLines({ talent }: { talent: Facts }) {
  const t = useMessages('talents');
  const formats = useFormats();
  const regions = new Intl.DisplayNames([formats.locale], { type: 'region' });
  const optional = (values: readonly string[], word: (value: string) => string) => [
    { value: '', label: t('value.none') },
    ...values.map((value) => ({ value, label: word(value) })),
  ];
  const countries = [...new Set([...COUNTRIES, ...(talent.country ? [talent.country] : [])])];
  return (
    <>
      <FactLine field="role" value={talent.role} />
      <FactLine field="employer" value={talent.employer} />
      <FactLine field="street" value={talent.street} />
      <FactLine field="postcode" value={talent.postcode} />
      <FactLine field="city" value={talent.city} />
      <FactLine
        field="country"
        value={talent.country}
        kind="choice"
        options={optional(countries, (code) => regions.of(code) ?? code)}
      />
      <FactLine field="wishes" value={talent.wishes} kind="long" />
      <FactLine field="availableFrom" value={talent.availableFrom} kind="date" />
      <FactLine
        field="addressForm"
        value={talent.addressForm}
        kind="choice"
        options={optional(ADDRESS_FORMS, (form) => t(`address_form.${form}`))}
      />
      <FactLine
        field="language"
        value={talent.language}
        kind="choice"
        options={optional(LANGUAGES_OF_TALENTS, (language) => t(`language.${language}`))}
      />
      <FactLine
        field="preferredChannel"
        value={talent.preferredChannel}
        kind="choice"
        options={optional(PREFERRED_CHANNELS, (channel) => t(`channel.${channel}`))}
      />
      <FactLine field="title" value={talent.title} />
      <FactLine field="firstName" value={talent.firstName} />
      <FactLine field="lastName" value={talent.lastName} />
      <FactLine field="birthName" value={talent.birthName} />
    </>
  );
}
