/** What one table says about a person, column by column: handed out, or left out for a reason (DS-1). */
export interface TableExport {
  /** The column that says whose row it is; default `talent_id`. */
  owner?: string;
  columns: readonly string[];
  /** Left out, with the reason in English for the one who reads the code. */
  left?: Readonly<Record<string, string>>;
}

const words = (text: string) => text.split(' ');

/** Columns that say nothing about anybody, whichever table they stand in. */
export const LEFT_EVERYWHERE: Readonly<Record<string, string>> = {
  id: 'number of the row',
  talent_id: 'the person themselves',
  entity_id: 'named once, at the top',
  merge_id: 'number of another row',
  act_id: 'number of another row',
  run_id: 'number of another row',
  source_id: 'number of another row',
  import_id: 'number of another row',
  demand_id: 'number of another row',
  role_family_id: 'number of another row',
  request_id: 'number of another row',
  mail_id: 'number of another row',
  consent_event_id: 'number of another row',
  assessment_id: 'number of another row',
  handover_id: 'number of another row',
  version: 'counts edits, to recognise two at once',
  rule_version: 'version of a rule of ours',
  directory_version: 'version of a public directory',
  origin: 'which act of ours wrote the row',
  token_hash: 'secret of a link',
  address_hash: 'keyed hash of an address that is handed out already',
  payload_hash: 'keyed hash of what is handed out already',
  normal_form: 'second writing of the value beside it',
  folded_name: 'second writing of the name beside it',
  sort_name: 'second writing of the name beside it',
};

/** Columns that name a team member: handed out by name. */
export const MEMBER_COLUMNS: ReadonlySet<string> = new Set(
  words('owner_id deputy_id written_by by_member recorded_by uploaded_by merged_by decided_by added_by created_by member_id closed_by ended_by informed_by started_by deleted_by'),
); // prettier-ignore

/** Columns that point to something with a name or a wording: handed out with it. */
export const NAMED_BY: Readonly<Record<string, readonly [table: string, column: string]>> = {
  pool_id: ['pools', 'name'],
  plan_id: ['care_plans', 'name'],
  sequence_id: ['sequences', 'name'],
  topic_id: ['topics', 'name_de'],
  text_id: ['consent_texts', 'body'],
};

/** In the order of the page. A table that belongs to people and is missing here fails a test. */
export const EXPORTED: Readonly<Record<string, TableExport>> = {
  talents: {
    owner: 'id',
    columns: words('title first_name last_name birth_name address_form language preferred_channel role employer street postcode city country wishes available_from stage stage_since owner_id deputy_id segments tags last_touch_at last_touch_direction last_touch_channel last_personal_at last_answer_at next_step next_step_on erase_on created_at updated_at deleted_at deleted_by'),
    left: { merged_into: 'both records are handed out together' },
  },
  talent_addresses: { columns: words('kind value label is_primary bounced_at created_at') },
  career_stations: { columns: words('employer role unit is_ours employment_kind started_on ended_on exit_reason rehire_wish source created_at') },
  applications: {
    columns: words('vacancy applied_on furthest_stage outcome rating_share place field_size closed_on closing_reason channel source created_at'),
    left: { source_key: 'number in the system it came from' },
  },
  talent_skills: { columns: words('kind name evidence source is_proposed created_at') },
  notes: { columns: words('body written_by source source_url source_seen_on created_at updated_at') },
  touchpoints: { columns: words('occurred_at channel direction is_bulk subject body by_member source created_at') },
  promises: { columns: words('what due_on owner_id given_at kept_at created_at') },
  talent_files: {
    columns: words('name media_type size_bytes text_content uploaded_by created_at'),
    left: { stored_as: 'name of the file in our folder' },
  },
  grounds: { columns: words('segment purpose basis country_profile source obtained_on erase_on erase_reason created_at ended_at') },
  consent_events: { columns: words('kind purpose topic_id text_id channel form evidence recorded_by occurred_at expires_on created_at') },
  consent_requests: {
    columns: words('kind language created_by created_at expires_at answered_at answer notice_version'),
    left: { choices: 'what was asked stands with each answer' },
  },
  consent_reminders: { columns: words('erase_on days_before sent_at') },
  silences: { columns: words('reason starts_on ends_on recorded_by created_at ended_at ended_by') },
  objections: { columns: words('scope raised_at via recorded_by decided_at decision') },
  information_duties: { columns: words('inform_by informed_at informed_by notice_version how') },
  pool_members: { columns: words('pool_id added_at added_by reason source paused_until') },
  clean_up_items: { columns: words('proposal reasons decision paused_until decided_by decided_at') },
  care_memberships: { columns: words('plan_id joined_on every_days paused_until counted_from next_due_on left_on') },
  care_acts: { columns: words('member_id kind at before undone_at') },
  reminders: {
    columns: words('kind member_id plan_id due_on facts state snoozed_until first_shown_on closed_at closed_by close_reason created_at'),
    left: { occasion: 'keeps one reminder from being two' },
  },
  not_nows: { columns: words('reason_kind reason come_back_on recorded_by recorded_at ended_at') },
  life_events: { columns: words('kind on_date is_yearly note source created_by created_at') },
  sequence_runs: { columns: words('sequence_id started_at started_by next_step next_on touched_at state stop_reason ended_at') },
  handover_people: { columns: [] },
  hires: { columns: words('source hired_on starts_on left_on rating_share recorded_by recorded_at undone_at'), left: { cost_cents: 'what the company spent, not about the person' } },
  classifications: { columns: words('segment reason_code reason_params decided_by decision classified_at') },
  talent_findings: {
    columns: words('concept_id kind stance source_kind sentence said_on found_at decision decided_by decided_at'),
    left: { span_from: 'place of the sentence in a text that is handed out', span_to: 'place of the sentence in a text that is handed out' },
  },
  match_results: { columns: words('place score_points known_points criteria') },
  match_decisions: { columns: words('decision reason decided_by decided_at undone_at') },
  match_alerts: {
    columns: words('kind score_points known_points created_at closed_at closed_by'),
    left: { fingerprint: 'hash of what stands in the comparison' },
  },
  campaign_recipients: {
    columns: words('address language zone state code tries changed_at'),
    left: { campaign_id: 'number of another row', domain: 'part of the address', not_before: 'place in a queue', claimed_by: 'place in a queue', claims: 'place in a queue' },
  },
  bounces: { columns: words('kind code occurred_at received_at'), left: { campaign_id: 'number of another row', notice_key: 'says that two notices are one' } },
  replies: { columns: words('kind received_at'), left: { campaign_id: 'number of another row', touchpoint_id: 'number of another row', message_hash: 'says that two messages are one' } },
  unsubscribes: { columns: words('via at'), left: { campaign_id: 'number of another row' } },
  source_records: { columns: words('system payload received_at') },
  talent_changes: { columns: words('at by_member source field before after undone_at') },
  talent_merges: {
    owner: 'kept_id',
    columns: words('merged_by merged_at undone_at'),
    left: { kept_id: 'the person themselves', gone_id: 'the person themselves', snapshot: 'what both records hold is handed out' },
  },
}; // prettier-ignore

/** Tables that point to people and say nothing that is not handed out already. */
export const LEFT_TABLES: Readonly<Record<string, string>> = {
  talent_search: 'index of what is handed out already',
  preference_links: 'secret of the own page',
  birth_date_keys: 'keyed hashes that nobody can read, to find duplicates',
  pool_act_rows: 'steps back of an act that is handed out with the pool',
  duplicate_pairs: 'a guess that two records are one; it says nothing about a person',
  import_rows: 'row of a file whose content stands in the source records',
  match_index_news: 'queue of an index',
  mails: 'waiting mails; what was sent stands with the contacts',
  audit_entries: 'who did what in the program; names people by number and is read by auditors',
};
