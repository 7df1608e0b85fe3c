import { type Admin, AssignerProtocol } from 'kafkajs';

/** The partitions of a topic that the members of a group were given; undefined while the group is between two generations. */
export async function partitionsHeld(
  admin: Pick<Admin, 'describeGroups'>,
  groupId: string,
  topic: string,
): Promise<ReadonlySet<number> | undefined> {
  const { groups } = await admin.describeGroups([groupId]);
  const group = groups[0];
  if (group?.state !== 'Stable') return undefined;
  return new Set(
    group.members.flatMap(({ memberAssignment }) => AssignerProtocol.MemberAssignment.decode(memberAssignment)?.assignment[topic] ?? []),
  );
}
