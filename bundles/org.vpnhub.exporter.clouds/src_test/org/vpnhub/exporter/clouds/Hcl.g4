/*
 * The native syntax of HashiCorp's configuration language, as far as this bundle writes it, from "HCL Native Syntax
 * Specification", chapters Lexical Elements, Structural Elements and Expressions. Left out: operators, conditions,
 * "for", splats, heredocs and templates; so a value with "${" in it that is not escaped is a fault here.
 */
grammar Hcl;

file : NL* (item (NL+ item)*)? NL* EOF ;
item : attribute | block ;
attribute : ID '=' expression ;

// On one line a block holds one attribute at most.
block : ID (STRING | ID)* '{' (attribute | NL+ (item NL+)*)? '}' ;

expression : term ('.' ID | '[' NL* expression NL* ']')* ;
term
  : NUMBER
  | STRING
  | tuple
  | object
  | ID '(' elements? NL* ')'
  | ID
  | '(' NL* expression NL* ')'
  ;
tuple : '[' elements? NL* ']' ;
elements : NL* expression (NL* ',' NL* expression)* (NL* ',')? ;
object : '{' NL* (pair ((',' NL* | NL+) pair)* ','? NL*)? '}' ;
pair : expression ('=' | ':') expression ;

ID : ID_START (ID_START | [0-9-])* ;
fragment ID_START : [\p{L}_] ;
NUMBER : [0-9]+ ('.' [0-9]+)? ([eE] [+-]? [0-9]+)? ;

// "$" and "%" stand for themselves, but not before "{": that begins a template unless they are doubled.
STRING : '"' (PLAIN | ESCAPE | [$%]+ (PLAIN_NOT_BRACE | ESCAPE) | [$%]* ('$${' | '%%{'))* [$%]* '"' ;
fragment PLAIN : ~["\\\r\n$%] ;
fragment PLAIN_NOT_BRACE : ~["\\\r\n$%{] ;
fragment ESCAPE : '\\' (["\\nrt] | 'u' HEX HEX HEX HEX | 'U' HEX HEX HEX HEX HEX HEX HEX HEX) ;
fragment HEX : [0-9a-fA-F] ;

NL : '\r'? '\n' ;
BLANK : [ \t]+ -> skip ;
COMMENT : ('#' | '//') ~[\r\n]* -> skip ;
INLINE_COMMENT : '/*' .*? '*/' -> skip ;
