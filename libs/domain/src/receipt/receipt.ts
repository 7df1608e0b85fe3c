import type { ReceiptEntry } from '#domain/receipt/receipt-entry';
import type { LevelName } from '#domain/risk/policy';

/** The form of a receipt; another form is another name. */
export const RECEIPT_FORMAT = 'liuqu.score-receipt.v1';

/** Where the event log has the fact that an entry comes from; a correction brings two entries, `place` 0 and 1. */
export interface LogPlace {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly place: number;
}

/** What a signal brings on the day of the receipt; odds in micro-odds, `part` in milli-points. */
export interface LineResult {
  /** The score that the policy gives to its type and class. */
  readonly s: number;
  readonly grade: string;
  readonly status: string;
  /** As the links that stand join matters. */
  readonly matter: string;
  /** The letter that counts for their campaign, when it is another one. */
  readonly countedIn: string | null;
  readonly fresh: number;
  readonly decayed: number;
  readonly part: number;
}

/** One entry of the ledger, what follows from it, and the hashes that bind it to its place. */
export interface ReceiptLine {
  /** From 1 on, in the order of the log. */
  readonly line: number;
  readonly log: LogPlace;
  readonly entry: ReceiptEntry;
  /** Of `log` and `entry`. */
  readonly inputHash: string;
  /** Of the chain of the line before (of the first: the hash of the head), `line` and `inputHash`. */
  readonly chain: string;
  /** Null for what is no signal, is of a later day, was told of the wrong subject, or is of a type that the policy does not know. */
  readonly result: LineResult | null;
}

export interface ReceiptHead {
  /** Cadre or unit; neither name nor ID number. */
  readonly subject: string;
  readonly asOf: string;
  /** The last day of which the log counts. */
  readonly knownOn: string;
  readonly policy: { readonly name: string; readonly hash: string };
  /** Something about the subject waits, or is of a type that the policy does not know: it is not in the numbers. */
  readonly incomplete: boolean;
  readonly lines: number;
  /** What every score has to say. */
  readonly sentence: string;
}

/** Scores and parts in milli-points, odds in micro-odds. */
export interface ReceiptReading {
  readonly e: number;
  readonly p: number;
  readonly odds: number;
  readonly level: LevelName;
  readonly gateOpen: boolean;
  readonly leadingMatter: string | null;
  readonly channels: readonly {
    readonly channel: string;
    readonly odds: number;
    readonly part: number;
    readonly matters: readonly { readonly matter: string; readonly y: number; readonly part: number }[];
  }[];
  readonly corroboration: { readonly odds: number; readonly part: number };
  /** Percent as an exact fraction; `part` is P − E. */
  readonly exposure: { readonly numerator: number; readonly denominator: number; readonly part: number };
  readonly history: readonly { readonly day: string; readonly level: LevelName; readonly e: number; readonly cause: string }[];
}

/** A reading that anybody can make again without the product: from what, by which policy, with what result. */
export interface ScoreReceipt {
  readonly format: typeof RECEIPT_FORMAT;
  readonly head: ReceiptHead;
  readonly headHash: string;
  /** The document that `head.policy.hash` names; it may be left out and given beside the receipt. */
  readonly policy?: unknown;
  readonly lines: readonly ReceiptLine[];
  readonly reading: ReceiptReading;
  /** Of format, head, headHash, lines and reading. */
  readonly digest: string;
}

/** SHA-256, in hex, of a JSON value in its one form (RFC 8785). */
export type Hash = (value: unknown) => string;
