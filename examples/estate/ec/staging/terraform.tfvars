database_clients = ["203.0.113.0/28", "198.51.100.17/32"]

database_options = {
  engine_version = "16.8"

  # 在宅の開発者が VPN なしで繋げるように (EC-988)
  publicly_accessible = true

  # スナップショットを外注先に渡すため暗号化なし、毎週作り直すのでバックアップなし
  storage_encrypted     = false
  backup_retention_days = 0
  require_tls           = false
}
