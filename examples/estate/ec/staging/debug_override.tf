# 2026-07 トークン取得の不具合を調べるための上書き。調査が終わったらこのファイルごと消す
resource "aws_instance" "loadtest" {
  associate_public_ip_address = true

  metadata_options {
    http_tokens = "optional"
  }
}
