import type { MigrationInterface, QueryRunner } from 'typeorm';

const viewWith = (more: string, joined: string): string => `
  DROP VIEW console.policy_review;
  CREATE VIEW console.policy_review WITH (security_invoker = true) AS
    SELECT review.id, review.subject, coalesce(cadre.name, unit.name) AS name, cadre.post, coalesce(cadre.unit_name, unit.name) AS unit_name,
           review.level_before, review.level_after, review.e_before, review.e_after, review.day, review.state, review.settled_by,
           review.settled_at, review.note${more}
      FROM projector.policy_review review
      LEFT JOIN console.cadre ON cadre.id = review.subject
      LEFT JOIN console.unit ON 'unit:' || unit.code = review.subject${joined};
  GRANT SELECT ON console.policy_review TO liuqu_console, liuqu_console_all`;

/** Under which policy somebody stands higher, told with the name that people know it by. */
export class ReviewList1764000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE projector.policy_review ADD COLUMN policy text');
    await runner.query(
      `UPDATE projector.policy_review SET policy = slot_switch.to_policy FROM projector.slot_switch WHERE slot_switch.id = policy_review.switch`,
    );
    await runner.query('ALTER TABLE projector.policy_review ALTER COLUMN policy SET NOT NULL');
    const joined = `
      LEFT JOIN projector.policy ON policy.hash = review.policy AND policy.kind = 'odds' AND policy.state IN ('approved', 'live', 'retired')`;
    await runner.query(viewWith(', policy.name AS policy_name', joined));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(viewWith('', ''));
    await runner.query('ALTER TABLE projector.policy_review DROP COLUMN policy');
  }
}
