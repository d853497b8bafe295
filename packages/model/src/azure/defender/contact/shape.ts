/** Who Microsoft Defender for Cloud writes to. Source: "Configure email notifications for alerts", read 2026-11-22. */
export interface Contact {
  readonly email: string | undefined;
  readonly phone: string | undefined;
  /** Alerts are mailed to the contact. */
  readonly mailsAlerts: boolean;
  /** And to the owners of the subscription. */
  readonly mailsOwners: boolean;
}
