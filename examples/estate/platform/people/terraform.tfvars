people = {
  "sato.haruka" = {
    department = "cloud"
    groups     = ["cloud-admins"]
  }
  "suzuki.ren" = {
    department = "cloud"
    groups     = ["cloud-admins"]
  }
  "takahashi.yui" = {
    department = "ec"
    groups     = ["developers"]
  }
  "ito.sora" = {
    department = "data"
    groups     = ["analysts"]
  }

  # 2026-03-31 退職 (HR-2203)。バッチが止まると困るので、鍵の棚卸しが済むまで残す → 担当: tanaka 本人 (!)
  "tanaka.kenji" = {
    department     = "ec"
    groups         = ["system-maintenance"]
    console_access = true
    access_key     = true
    mfa_device     = false
    left_on        = "2026-03-31"
  }
}
