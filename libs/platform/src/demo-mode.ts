/** Whether this installation shows fictional people only; a demo may say on which day an event was received. */
export class DemoMode {
  constructor(readonly on: boolean) {}
}
