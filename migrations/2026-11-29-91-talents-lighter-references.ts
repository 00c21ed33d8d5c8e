import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';

interface Reference {
  table: string;
  column: string;
  parent: string;
  /** What happens to the rows when their parent is deleted. */
  rule: 'cascade' | 'set null' | 'refuse';
}

const ofTalents = (table: string): Reference => ({ table, column: 'talent_id', parent: 'talents', rule: 'cascade' });

/** Everything that an import writes for each person. Grounds go before the events that they name. */
const REFERENCES: Reference[] = [
  ofTalents('talent_addresses'),
  ofTalents('career_stations'),
  ofTalents('applications'),
  ofTalents('talent_skills'),
  ofTalents('notes'),
  ofTalents('touchpoints'),
  ofTalents('talent_search'),
  ofTalents('grounds'),
  ofTalents('consent_events'),
  ofTalents('source_records'),
  ofTalents('classifications'),
  ofTalents('birth_date_keys'),
  { table: 'grounds', column: 'consent_event_id', parent: 'consent_events', rule: 'refuse' },
  { table: 'consent_events', column: 'text_id', parent: 'consent_texts', rule: 'refuse' },
  { table: 'consent_events', column: 'recorded_by', parent: 'members', rule: 'refuse' },
  { table: 'source_records', column: 'import_id', parent: 'imports', rule: 'set null' },
  { table: 'import_rows', column: 'import_id', parent: 'imports', rule: 'cascade' },
];

/**
 * A foreign key looks up the parent of each row by itself, which was two fifths of what the database did in an import. Here the same promise is
 * kept once for a statement, however many rows it has: parents exist and are locked against deletion, and who deletes a parent deletes
 * its rows. Nothing else is different: no row stands without its parent at any moment that somebody else can see.
 */
const FUNCTIONS = `
  -- After update of the column, by row: a merge moves few.
  create function parent_is_there() returns trigger language plpgsql as $$
    declare wanted uuid := to_jsonb(new) ->> tg_argv[0]; found_id uuid;
    begin
      execute format('select id from %I.%I where id = $1 for key share', tg_table_schema, tg_argv[1]) into found_id using wanted;
      if found_id is null then
        raise exception '% % of % is not there', tg_argv[1], wanted, tg_table_name
          using errcode = 'foreign_key_violation', table = tg_table_name, column = tg_argv[0], constraint = tg_name;
      end if;
      return null;
    end $$;

  -- After delete or truncate of parents, by statement. Arguments, three for each reference: table, column, rule.
  create function children_follow() returns trigger language plpgsql as $$
    declare
      -- After truncate all parents are gone, and nothing says which they were.
      of_gone text := case tg_op when 'TRUNCATE' then 'is not null' else 'in (select id from gone)' end;
      child text; at integer := 0; orphan uuid;
    begin
      while at < tg_nargs loop
        child := format('%I.%I', tg_table_schema, tg_argv[at]);
        case tg_argv[at + 2]
          when 'cascade' then execute format('delete from %s where %I %s', child, tg_argv[at + 1], of_gone);
          when 'set null' then execute format('update %s set %2$I = null where %2$I %3$s', child, tg_argv[at + 1], of_gone);
          when 'refuse' then
            execute format('select %2$I from %1$s where %2$I %3$s limit 1', child, tg_argv[at + 1], of_gone) into orphan;
            if orphan is not null then
              raise exception '% % is still named by %', tg_table_name, orphan, tg_argv[at]
                using errcode = 'foreign_key_violation', table = tg_argv[at], column = tg_argv[at + 1], constraint = tg_name;
            end if;
        end case;
        at := at + 3;
      end loop;
      return null;
    end $$;

  create function id_stays() returns trigger language plpgsql as $$
    begin raise exception 'the id of a row of % never changes', tg_table_name using errcode = 'foreign_key_violation'; end $$;
`;

/**
 * After insert, by statement; a function for each reference, so that its plan is made once for a connection. The lock is the one that a
 * foreign key takes: a parent that somebody else is deleting is waited for. Each parent is looked up by itself ("lateral … limit"):
 * with a join the planner would read all of them.
 */
const whenWritten = ({ table, column, parent }: Reference) => `
  create function ${table}_${column}_is_there() returns trigger language plpgsql as $$
    declare orphan uuid;
    begin
      select w.id into orphan from (select distinct ${column} as id from written where ${column} is not null) w
        left join lateral (select p.id from ${parent} p where p.id = w.id limit 1 for key share) t on true
        where t.id is null limit 1;
      if orphan is not null then
        raise exception '${parent} % of ${table} is not there', orphan
          using errcode = 'foreign_key_violation', table = tg_table_name, column = '${column}', constraint = tg_name;
      end if;
      return null;
    end $$;
`;

const fromChild = (reference: Reference) => {
  const { table, column, parent } = reference;
  return `
  alter table ${table} drop constraint ${table}_${column}_fkey;
  ${whenWritten(reference)}
  create trigger ${table}_${column}_written after insert on ${table} referencing new table as written
    for each statement execute function ${table}_${column}_is_there();
  create trigger ${table}_${column}_moved after update of ${column} on ${table} for each row
    when (new.${column} is distinct from old.${column} and new.${column} is not null) execute function parent_is_there('${column}', '${parent}');
`;
};

function fromParent(parent: string): string {
  const given = REFERENCES.filter((one) => one.parent === parent).flatMap(({ table, column, rule }) => [
    table,
    column,
    rule,
  ]);
  const list = given.map((word) => `'${word}'`).join(', ');
  return `
  create trigger ${parent}_children_follow after delete on ${parent} referencing old table as gone
    for each statement execute function children_follow(${list});
  create trigger ${parent}_children_follow_all after truncate on ${parent} for each statement execute function children_follow(${list});
  create trigger ${parent}_id_stays before update of id on ${parent} for each row when (new.id is distinct from old.id) execute function id_stays();
`;
}

/** What is read whole or not at all tells the planner nothing; looking at its values only takes time after every import. */
const STATISTICS = `
  alter table source_records alter column payload set statistics 0, alter column payload_hash set statistics 10;
  alter table import_rows alter column problems set statistics 0, alter column cells set statistics 0, alter column change set statistics 0;
  alter table classifications alter column reason_params set statistics 0;
  alter table birth_date_keys alter column keys set statistics 0;
  alter table consent_events alter column evidence set statistics 0;
`;

const INDEXES = `
  -- The other index begins with the person as well, and nobody has so many answers that their order would need an index.
  drop index consent_events_talent;
  -- Most rows of a file become new people; these are found by their lines.
  drop index import_rows_outcome;
  create index import_rows_outcome on import_rows (import_id, outcome, line) where outcome <> 'created';
`;

/** References that are checked by the statement instead of by the row, and no statistics of what nobody searches. */
export const talentsLighterReferences: Migration = {
  up: async (db) => {
    const parents = [...new Set(REFERENCES.map(({ parent }) => parent))];
    await sql
      .raw([FUNCTIONS, ...REFERENCES.map(fromChild), ...parents.map(fromParent), INDEXES, STATISTICS].join('\n'))
      .execute(db);
  },
};
