const WIDTH = 30;

/** One line that says how far the work is; 100 % only when all is done. */
export function progressBar(what: string, done: number, all: number): string {
  const filled = Math.floor((done / all) * WIDTH);
  return `${what} [${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${Math.floor((done / all) * 100)} % of ${all} events`;
}
