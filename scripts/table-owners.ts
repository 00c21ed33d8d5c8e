/** Which room (folder below src) owns which table: only the owner writes to it. */
export const TABLE_OWNERS: Record<string, string[]> = {
  'ground/audit': ['audit_entries'],
  'ground/http': ['idempotency_keys'],
  'rooms/accounts': ['installation', 'entities', 'members', 'member_entities', 'sessions', 'credentials', 'verifications', 'rate_limits'],
  'rooms/consent': ['retention_settings', 'interest_assessments', 'consent_texts', 'consent_events', 'grounds', 'suppressions', 'silences'],
  'rooms/talents': [
    'talents', 'talent_addresses', 'career_stations', 'applications', 'talent_skills', 'notes', 'touchpoints', 'promises', 'talent_files',
    'talent_search', 'talent_changes', 'bulk_acts', 'talent_merges', 'saved_views', 'talents_view',
  ],
  'rooms/inventory': [
    'imports', 'import_rows', 'import_corrections', 'import_profiles', 'source_records', 'held_people', 'classification_rules', 'classifications',
    'birth_date_keys', 'linkage_models', 'duplicate_pairs',
  ],
};
