/** Where the other processes of this installation listen, by app; none where all apps are one process. */
export class AppAddresses {
  private known: Readonly<Record<string, string>> = {};

  tell(addresses: Readonly<Record<string, string>>): void {
    this.known = addresses;
  }

  get all(): readonly (readonly [app: string, address: string])[] {
    return Object.entries(this.known);
  }
}
