import { isCadre, unitSubject } from './subject';

describe('a subject', () => {
  it('is a cadre or a unit, told apart by its name alone', () => {
    expect([isCadre('cadre:0001'), isCadre(unitSubject('cadre:0001'))]).toEqual([true, false]);
  });
});
