aliases = {
  status = { target = "minato.status.example.com" }
  help   = { target = "minato.helpdesk.example.com", ttl = 3600 }

  # 2024 夏のキャンペーン。環境は 2024-10 に削除済み、レコードだけ残っている?
  "natsu2024" = { target = "minato-natsu2024.ap-northeast-1.elasticbeanstalk.com" }
  # recipe blog: bucket removed with the old CMS (EC-811)
  "recipes" = { target = "recipes.minato-foods.example.com.s3-website-ap-northeast-1.amazonaws.com" }
}
