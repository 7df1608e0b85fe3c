import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 0012 has the same with every item: those that are settled keep their unit now, and whom they were settled on is not told by it. */
const seenBySubject = (item: string): string => `EXISTS (
    SELECT FROM resolver.post_history held
     WHERE held.cadre_id = signal.subject AND held.from_day <= (SELECT console.today())
       AND (held.left_day IS NULL OR held.left_day > (SELECT console.today())))
    OR (signal.subject LIKE 'unit:%' AND EXISTS (SELECT FROM resolver.unit WHERE unit.code = substr(signal.subject, 6)))
    OR ${item}EXISTS (SELECT FROM resolver.triage WHERE triage.event_id = signal.event_id)`;

/** With it the posts of one cadre are judged without their rows: a list in a scope that holds nearly everybody stops at its first page. */
const POSTS_OF_CADRE = 'CREATE INDEX post_history_by_cadre ON resolver.post_history (cadre_id, path, from_day, left_day)';

/** Units of which an agency may speak, NULL: of all; and an item in triage that is closed keeps its unit. */
export class AgencyRange1764000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE gateway.agency ADD COLUMN units text[] CHECK (cardinality(units) > 0)');
    await runner.query(`ALTER POLICY seen_in_scope ON resolver.signal USING (${seenBySubject('signal.subject IS NULL AND ')})`);
    await runner.query(POSTS_OF_CADRE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX resolver.post_history_by_cadre');
    await runner.query(`ALTER POLICY seen_in_scope ON resolver.signal USING (${seenBySubject('')})`);
    await runner.query('ALTER TABLE gateway.agency DROP COLUMN units');
  }
}
