import { Database } from '#persistence/database';
import { type ListLatency, measureCadreList } from './list-latency.bench';
import { registerManyCadres } from './many-cadres';
import { benchScope } from './scope.bench';

export interface CadreList {
  readonly latency: ListLatency;
  readonly scope: Awaited<ReturnType<typeof benchScope>>;
}

/** What it costs to list many cadres: through console-api, and in a scope. */
export async function benchCadreList(base: string, databaseUrl: string): Promise<CadreList> {
  const database = await Database.connect(databaseUrl, 10);
  try {
    await registerManyCadres(database);
    return { latency: await measureCadreList(base, 'handler', database), scope: await benchScope(database) };
  } finally {
    await database.close();
  }
}
