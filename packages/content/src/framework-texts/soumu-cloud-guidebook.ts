/** 総務省「クラウドの設定ミス対策ガイドブック」(2024): its four kinds of measures, in our own words and numbers. */
import { textsOfTable } from './table.ts';
import { ministryLicense, ministryPublisher } from './terms.ts';

const name = { en: 'MIC guidebook against cloud misconfiguration (Japan)', ja: '総務省 クラウドの設定ミス対策ガイドブック' };
const groups = `
1|Organization and rules|組織・ルールの対策
2|People|人的対策
3|Work procedures|作業手順面の対策
4|Tools|ツールによる対策
`;
const titles = `
1.1|Rules for the use of cloud services|クラウド利用のルールを決める
1.2|Responsible persons and contacts|責任者と連絡体制を決める
1.3|Confirm shared responsibility|責任分担を確かめる
1.4|Register of services and resources|利用サービスとリソースを把握する
2.1|Knowledge of those who configure|設定担当者の知識を高める
2.2|Exchange with provider and contractors|事業者・委託先と情報を交換する
3.1|Manuals with the values of settings|設定値を含むマニュアルを整える
3.2|Double check of settings|設定をダブルチェックする
3.3|Settings that publish data are checked|公開範囲に関わる設定を確認する
3.4|Settings of accounts and rights are checked|アカウントと権限の設定を確認する
3.5|Settings of logs are checked|ログの設定を確認する
3.6|Settings that protect data are checked|データ保護の設定を確認する
4.1|Tools find differences from the intended settings|ツールで意図しない設定を見つける
4.2|Tools watch and notify|ツールで監視し通知する
4.3|Tools find weaknesses|ツールで弱点を見つける
`;

export const texts = {
  '2024': textsOfTable({
    name,
    about: { publisher: ministryPublisher, url: 'https://www.soumu.go.jp/', published: '2024-04', license: ministryLicense },
    groups,
    titles,
  }),
};
