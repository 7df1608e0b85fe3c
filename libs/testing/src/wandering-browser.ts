interface HeldCookie {
  readonly value: string;
  readonly isStrict: boolean;
}

/**
 * As much of a browser as redirections and cookies want: one jar a host, and every step told. Each request comes from the page opened
 * before, as when a person goes on there by hand: one that leads to another site brings no Strict cookie.
 */
export class WanderingBrowser {
  private readonly jars = new Map<string, Map<string, HeldCookie>>();
  private site: string | undefined;

  /** One request; what it sets is kept, where it leads is not followed. */
  async open(url: string | URL, method = 'GET'): Promise<Response> {
    const { host, hostname } = new URL(url);
    const jar = this.jars.get(host) ?? new Map<string, HeldCookie>();
    this.jars.set(host, jar);
    const isSameSite = this.site === undefined || this.site === hostname;
    const sent = [...jar].filter(([, { isStrict }]) => isSameSite || !isStrict);
    const cookie = sent.map(([name, { value }]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { method, redirect: 'manual', headers: { cookie }, signal: AbortSignal.timeout(20_000) });
    this.site = hostname;
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), { value: pair.slice(at + 1), isStrict: /; *samesite=strict/i.test(line) });
    }
    return answer;
  }

  /** Follows until a place is reached that leads no further, or the one that the test waits for. @returns that place */
  async wander(url: string | URL, until: (place: URL) => boolean = () => false): Promise<URL> {
    let place = new URL(url);
    for (let steps = 0; steps < 12; steps += 1) {
      if (until(place)) return place;
      const answer = await this.open(place);
      const next = answer.headers.get('location');
      if (next === null) return place;
      place = new URL(next, place);
    }
    throw new Error(`led around in circles, at last to ${place.pathname}`);
  }

  cookieAt(url: string | URL, name: string): string | undefined {
    return this.jars.get(new URL(url).host)?.get(name)?.value;
  }

  /** A cookie that no rule of sites holds back. */
  keep(url: string | URL, name: string, value: string): void {
    this.jars.get(new URL(url).host)?.set(name, { value, isStrict: false });
  }
}
