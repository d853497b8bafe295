/** One way to gain rights in Azure or its directory, and everything that ends it. */
export interface AzureCase {
  /** Id of the catalogue. */
  readonly way: string;
  readonly estate: Estate;
  /** `EDGE NODE, EDGE NODE` from alice on; the way is one of them. */
  readonly tells: string;
  /** Who begins; default alice. */
  readonly from?: string;
  /** Files besides. */
  readonly beside?: Readonly<Record<string, string>>;
  /** Other paths that the same rights open. */
  readonly also?: readonly string[];
  /** Accounts that are administered along with it. */
  readonly besides?: readonly string[];
  /** The way hangs on something that no configuration says; a text of its condition. */
  readonly asks?: string;
  /** Each ends it: name, texts and what stands in their place. Permission dropped, denied, precondition spoiled. */
  readonly closedBy: readonly Closing[];
  /** Texts after which it holds only once a role was activated. */
  readonly eligible?: Change;
}

export type Change = readonly (readonly [text: string, other: string])[];
export type Closing = readonly [name: string, ...Change];

export interface Estate {
  readonly file: 'main.tf' | 'azuredeploy.json';
  readonly text: string;
}
