/** A sentence for people, in every language the product speaks. */
export interface Text {
  readonly en: string;
  readonly ja: string;
}

export type Language = keyof Text;

export const languages: readonly Language[] = ['en', 'ja'];
