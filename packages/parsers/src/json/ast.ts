/** JSON values with the places they stand at: offsets into the text, `end` exclusive, quotes and brackets included. */
export type JsonNode =
  | JsonObject
  | JsonArray
  | { readonly kind: 'string'; readonly value: string; readonly start: number; readonly end: number }
  | { readonly kind: 'number'; readonly value: number; readonly start: number; readonly end: number }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly start: number; readonly end: number }
  | { readonly kind: 'null'; readonly value: null; readonly start: number; readonly end: number };

export interface JsonObject {
  readonly kind: 'object';
  /** In the order of the text; a key given twice is there twice. */
  readonly members: readonly JsonMember[];
  readonly start: number;
  readonly end: number;
}

export interface JsonArray {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
  readonly start: number;
  readonly end: number;
}

export interface JsonMember {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: JsonNode;
}
