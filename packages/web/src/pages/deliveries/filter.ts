export const deliveryStates = ['waiting', 'collected', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Of the address; what is no state is left out. */
export function readDeliverySearch({ state }: Readonly<Record<string, unknown>>): { readonly state?: DeliveryState } {
  const known = deliveryStates.find((each) => each === state);
  return known === undefined ? {} : { state: known };
}
