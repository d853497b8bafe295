image_repositories = {
  storefront = {}
  checkout   = {}
  loyalty    = {}
  # 画像が大きくスキャンが CI の時間切れになるため (EC-902)
  recommender = { scan_on_push = false, mutable_tags = true }
}
