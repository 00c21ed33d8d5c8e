import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

/** What an import of a hundred thousand people pays for each of them, and nobody asks for. */
export const inventoryFasterImport: Migration = {
  up: async (db) => {
    await sql
      .raw(`
      -- Most people have no tag and no owner, many no segment: only those who have one are worth an entry.
      drop index talents_tags;
      create index talents_tags on talents using gin (tags) where tags <> '{}';
      drop index talents_segments;
      create index talents_segments on talents using gin (segments) where segments <> '{}';
      drop index talents_by_owner;
      create index talents_by_owner on talents (owner_id) where deleted_at is null and owner_id is not null;

      -- Nobody searches by these: the erasure asks for the date that stands with the person, lists ask the person for the segment.
      drop index grounds_erase_on;
      drop index classifications_segment;

      -- Hashes and ids are compared byte by byte, whatever language the database was created in. The hash tells rows apart at once, the
      -- system is the same for a whole file.
      alter table source_records alter column payload_hash type text collate "C", alter column source_id type text collate "C",
        alter column system type text collate "C";
      alter table source_records drop constraint source_records_system_payload_hash_key;
      alter table source_records add constraint source_records_payload_hash_system_key unique (payload_hash, system);
      drop index source_records_source;
      create index source_records_source on source_records (source_id, system);

      -- The same promise (LB-1), asked first for what is nearly always there: the ground.
      create or replace function new_talent_needs_ground() returns trigger language plpgsql as $$
        begin
          if not exists (select 1 from grounds where talent_id = new.id) then
            perform refuse_without_ground(new.id);
          end if;
          return null;
        end $$;
    `)
      .execute(db);
  },
};
