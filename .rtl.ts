import { writeScans } from './src/formats/pdf/write-scans.ts';
import { pagesOfPdf } from './test/support/pdf-text.ts';
import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
const jpeg = await sharp({create:{width:1240,height:1754,channels:3,background:'#eee'}}).greyscale().jpeg().toBuffer();
const L = (y, ...w) => ({isBlockStart:true, words: w.map(([text,x,ww])=>({text,x,y,w:ww,h:40}))});
async function* pages() {
  yield { label:'iv', widthPx:1240, heightPx:1754, picture: jpeg, lines:[
    L(100,['Совершенно',100,300],['секретно',420,240]), L(200,['绝密',100,80],['文件',190,80]), L(300,['비밀',100,80],['문서',200,80]),
    L(400,['محضر',800,200],['اجتماع',560,200],['1957',400,100]), L(500,['שלום',800,200],['עולם',560,200]), L(600,['𝔄stral😀',100,300],['naïve',500,100],['x',700,20]) ]};
  yield { label:'v', widthPx:1754, heightPx:1240, picture: 'The image (of this) could not be made.', lines:[L(100,['Compte',100,300],['rendu',420,240])]};
}
const chunks=[]; for await (const c of writeScans({title:'Совершенно & <绝密>',archive:'A',lang:'ru',madeAt:'2026-01-01T00:00:00Z',address:'http://x/y',fileId:'0'.repeat(32),deflate:deflateSync},pages())) chunks.push(c);
const b = Buffer.concat(chunks); writeFileSync('/tmp/handout-a/scan.pdf', b);
for (const p of await pagesOfPdf(b)) console.log(JSON.stringify(p.text), p.widthPt, p.heightPt, p.words.map(w=>`${w.text}@${(w.x*1240/595.28).toFixed(0)},${(w.y*1240/595.28).toFixed(0)},${(w.w*1240/595.28).toFixed(0)},${(w.h*1240/595.28).toFixed(0)}`).join('  '));
