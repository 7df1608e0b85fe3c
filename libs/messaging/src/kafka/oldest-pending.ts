const FIRST_STEP_MS = 1_000;
const FURTHEST_MS = 400 * 86_400_000;
/** Halvings of the span that the doubling steps leave: about 3 % of the age. */
const HALVINGS = 5;

/**
 * When the oldest pending record was appended, found with a broker that answers only "which offset comes after this moment".
 * @param isPendingBefore whether a pending record is older than the moment, in milliseconds since 1970
 * @param now milliseconds since 1970
 */
export async function oldestPendingAt(isPendingBefore: (moment: number) => Promise<boolean>, now: number): Promise<Date> {
  let age = FIRST_STEP_MS;
  while (age < FURTHEST_MS && (await isPendingBefore(now - age))) age *= 2;
  let [younger, older] = [age === FIRST_STEP_MS ? 0 : age / 2, age];
  for (let halving = 0; halving < HALVINGS && age > FIRST_STEP_MS; halving += 1) {
    const middle = (younger + older) / 2;
    if (await isPendingBefore(Math.floor(now - middle))) younger = middle;
    else older = middle;
  }
  return new Date(now - younger);
}
