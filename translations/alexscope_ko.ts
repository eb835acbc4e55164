<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>ArithmeticText</name>
    <message>
        <source>%1, class %2</source>
        <translation>%1, 클래스 %2</translation>
    </message>
    <message>
        <source>%1, unit %2</source>
        <translation>%1, 유닛 %2</translation>
    </message>
    <message>
        <source>%1, channel %2 at x %3, y %4</source>
        <translation>%1, 채널 %2, 위치 x %3, y %4</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>클래스 %1</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>inputs %1–%2</source>
        <translation>입력 %1–%2</translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation>채널 %1</translation>
    </message>
    <message>
        <source>%1 has %2 weights, too many to be fetched while training runs. Pause, and the calculation is written out.</source>
        <translation>%1의 가중치는 %2개로, 학습이 도는 동안 가져오기에는 너무 많습니다. 일시정지하면 계산 과정을 모두 보여 줍니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>그 밖의 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>; then %1: %2 = %3</source>
        <translation>; 이어서 %1: %2 = %3</translation>
    </message>
    <message>
        <source>Mean of %1 numbers: %2 / %1 = %3</source>
        <translation>수 %1개의 평균: %2 / %1 = %3</translation>
    </message>
    <message>
        <source>Largest of %1 numbers: %2, from row %3, column %4 of the window</source>
        <translation>수 %1개 가운데 최댓값: %2, 창의 %3행 %4열</translation>
    </message>
    <message>
        <source>Test mode, nothing is dropped: %1</source>
        <translation>테스트 모드, 버리지 않음: %1</translation>
    </message>
    <message>
        <source>Kept (dropped with p = %1): %2</source>
        <translation>남김 (버릴 확률 p = %1): %2</translation>
    </message>
    <message>
        <source>Dropped by lot (p = %1): %2</source>
        <translation>무작위로 버림 (p = %1): %2</translation>
    </message>
    <message>
        <source>; the loss of this picture: −ln p(%1) = −ln %2 = %3</source>
        <translation>; 이 그림의 손실: −ln p(%1) = −ln %2 = %3</translation>
    </message>
    <message>
        <source>The device says %1.</source>
        <translation>장치가 계산한 값은 %1입니다.</translation>
    </message>
    <message>
        <source>The device says %1 in bf16, %2 away. The operands are the device&apos;s own, rounded to bf16 where it rounds.</source>
        <translation>장치가 bf16으로 계산한 값은 %1, 차이는 %2입니다. 피연산자는 장치가 쓴 값 그대로이며, 장치가 bf16으로 반올림하는 곳에서는 똑같이 반올림했습니다.</translation>
    </message>
    <message>
        <source>The device says %1 in fp32, %2 away.</source>
        <translation>장치가 fp32로 계산한 값은 %1, 차이는 %2입니다.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>기여분</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>input: %1</source>
        <translation>입력: %1</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>product</source>
        <translation>곱</translation>
    </message>
    <message>
        <source>window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>in</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>out</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>계수</translation>
    </message>
    <message>
        <source>a, window of n</source>
        <translation>a, 크기 n의 창</translation>
    </message>
    <message>
        <source>b</source>
        <translation>b</translation>
    </message>
    <message>
        <source>Largest product: %1</source>
        <translation>가장 큰 곱: %1</translation>
    </message>
    <message>
        <source>input %1: %2</source>
        <translation>입력 %1: %2</translation>
    </message>
    <message>
        <source>row %1, column %2: beyond the border, 0</source>
        <translation>%1행 %2열: 경계 밖, 0</translation>
    </message>
    <message>
        <source>row %1, column %2: %3</source>
        <translation>%1행 %2열: %3</translation>
    </message>
    <message>
        <source>beyond the border, does not count</source>
        <translation>경계 밖, 세지 않음</translation>
    </message>
    <message>
        <source>channel %1: %2</source>
        <translation>채널 %1: %2</translation>
    </message>
</context>
<context>
    <name>Augmentation</name>
    <message>
        <source>The input of the step&apos;s picture is not there; step on to see it.</source>
        <translation>이 걸음의 입력 그림이 아직 없습니다. 한 걸음 더 나아가면 보입니다.</translation>
    </message>
</context>
<context>
    <name>Classes</name>
    <message>
        <source>class %1</source>
        <translation>클래스 %1</translation>
    </message>
</context>
<context>
    <name>DataName</name>
    <message>
        <source>Textures (built in)</source>
        <translation>텍스처 (내장)</translation>
    </message>
    <message>
        <source>CIFAR-10: %1</source>
        <translation>CIFAR-10: %1</translation>
    </message>
    <message>
        <source>Pictures: %1</source>
        <translation>그림: %1</translation>
    </message>
    <message>
        <source>IDX: %1</source>
        <translation>IDX: %1</translation>
    </message>
    <message>
        <source>Packed: %1</source>
        <translation>묶음 파일: %1</translation>
    </message>
</context>
<context>
    <name>DeviceName</name>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>NVIDIA GPU</source>
        <translation>NVIDIA GPU</translation>
    </message>
    <message>
        <source>Plain loops</source>
        <translation>단순 반복문</translation>
    </message>
</context>
<context>
    <name>DeviceReport</name>
    <message>
        <source>The processor, with the kernels of oneDNN and some of Alexscope&apos;s own.</source>
        <translation>프로세서. oneDNN의 커널과 Alexscope 자체 커널을 씁니다.</translation>
    </message>
    <message>
        <source>A graphics card of NVIDIA&apos;s, with cuDNN.</source>
        <translation>NVIDIA 그래픽 카드. cuDNN을 씁니다.</translation>
    </message>
    <message>
        <source>Plain loops, formula by formula as in the paper: slow, and what every other device is compared with.</source>
        <translation>논문의 수식을 하나하나 그대로 옮긴 단순 반복문. 느리지만 다른 모든 장치를 견주는 기준입니다.</translation>
    </message>
    <message>
        <source>what “Automatic” chooses here</source>
        <translation>여기서 “자동”이 고르는 장치</translation>
    </message>
    <message>
        <source>Not available: %1</source>
        <translation>사용할 수 없음: %1</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>스레드</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>명령어 집합</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>라이브러리</translation>
    </message>
    <message>
        <source>Precisions</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>fp32 and bf16</source>
        <translation>fp32와 bf16</translation>
    </message>
    <message>
        <source>fp32. %1</source>
        <translation>fp32만. %1</translation>
    </message>
    <message>
        <source>“Automatic” means</source>
        <translation>“자동”의 뜻</translation>
    </message>
    <message>
        <source>bf16 for networks of %1 multiply-adds and more, else fp32</source>
        <translation>곱셈-덧셈이 %1회 이상인 신경망에는 bf16, 그 밖에는 fp32</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>%1 %2 cannot be shared out evenly to %3 groups</source>
        <translation>%2 %1개를 그룹 %3개에 고르게 나눌 수 없습니다</translation>
    </message>
    <message>
        <source>%1 = %2 must lie between 1 and %3</source>
        <translation>%1 = %2: 1에서 %3 사이여야 합니다</translation>
    </message>
    <message>
        <source>%1 Nor can those after it in its class; is the disk still there?</source>
        <translation>%1 같은 클래스에서 그 뒤에 오는 그림도 마찬가지입니다. 디스크가 아직 연결되어 있나요?</translation>
    </message>
    <message>
        <source>%1 already holds a run; resume it or choose another folder</source>
        <translation>%1에 이미 실행이 들어 있습니다. 그 실행을 이어 하거나 다른 폴더를 고르세요</translation>
    </message>
    <message>
        <source>%1 announces pictures with a side of %2; 1 to %3 is possible.</source>
        <translation>%1에는 그림의 한 변이 %2(으)로 적혀 있습니다. 1에서 %3까지만 가능합니다.</translation>
    </message>
    <message>
        <source>%1 cannot be decoded; the file is damaged.</source>
        <translation>%1을(를) 디코딩할 수 없습니다. 파일이 손상되었습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be listed: %2.</source>
        <translation>%1의 목록을 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be mapped into memory.</source>
        <translation>%1을(를) 메모리에 매핑할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be opened for reading; check its permissions.</source>
        <translation>%1을(를) 읽기용으로 열 수 없습니다. 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>%1 cannot be read to its end; the disk or the connection to it may be broken.</source>
        <translation>%1을(를) 끝까지 읽을 수 없습니다. 디스크나 디스크 연결에 문제가 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be used as a picture: %2.</source>
        <translation>%1을(를) 그림으로 쓸 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>%1 cannot compute layer %2 here (%3); choose the reference device or another layer shape.</source>
        <translation>%1에서는 %2 층을 계산할 수 없습니다(%3). 기준 장치나 다른 층 모양을 고르세요.</translation>
    </message>
    <message>
        <source>%1 chose a memory format that Alexscope does not know; please report the processor.</source>
        <translation>%1이(가) Alexscope가 모르는 메모리 형식을 골랐습니다. 어떤 프로세서인지 알려 주세요.</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, but a CIFAR-10 file has exactly %3; unpack cifar-10-binary.tar.gz again.</source>
        <translation>%1의 크기는 %2바이트이지만 CIFAR-10 파일은 정확히 %3바이트여야 합니다. cifar-10-binary.tar.gz의 압축을 다시 푸세요.</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, but its header announces %3; fetch it again.</source>
        <translation>%1의 크기는 %2바이트이지만 헤더에는 %3바이트로 적혀 있습니다. 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, more than the %3 that are read of such a file.</source>
        <translation>%1의 크기는 %2바이트입니다. 이런 파일은 %3바이트까지만 읽습니다.</translation>
    </message>
    <message>
        <source>%1 has %2 bytes; at most %3 are expected</source>
        <translation>%1의 크기는 %2바이트입니다. 최대 %3바이트여야 합니다</translation>
    </message>
    <message>
        <source>%1 has %2 pictures, but %3 has %4 labels.</source>
        <translation>%1에는 그림이 %2장 있지만 %3에는 레이블이 %4개 있습니다.</translation>
    </message>
    <message>
        <source>%1 has become shorter while it was read</source>
        <translation>%1이(가) 읽는 동안 짧아졌습니다</translation>
    </message>
    <message>
        <source>%1 has no class folder with a picture that can be read (%2 items were left out); give one with a sub-folder of pictures for every class.</source>
        <translation>%1에는 읽을 수 있는 그림이 든 클래스 폴더가 없습니다(항목 %2개 제외). 클래스마다 그림 하위 폴더가 하나씩 있는 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>%1 has no file %2-%3; give the folder that holds the four files of such a set.</source>
        <translation>%1에 %2-%3 파일이 없습니다. 이런 데이터 세트의 파일 네 개가 들어 있는 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>%1 has no picture %2.</source>
        <translation>%1에 그림 %2이(가) 없습니다.</translation>
    </message>
    <message>
        <source>%1 has no value</source>
        <translation>%1에 값이 없습니다</translation>
    </message>
    <message>
        <source>%1 holds iteration %2, which its name denies</source>
        <translation>%1에는 반복 %2이(가) 들어 있는데 파일 이름과 맞지 않습니다</translation>
    </message>
    <message>
        <source>%1 holds no run: there is no run.json in it</source>
        <translation>%1에 실행이 없습니다: run.json이 들어 있지 않습니다</translation>
    </message>
    <message>
        <source>%1 holds no training picture that can be decoded.</source>
        <translation>%1에 디코딩할 수 있는 학습 그림이 없습니다.</translation>
    </message>
    <message>
        <source>%1 holds no training pictures.</source>
        <translation>%1에 학습 그림이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is given already in line %2</source>
        <translation>%1은(는) %2행에 이미 나왔습니다</translation>
    </message>
    <message>
        <source>%1 is missing or does not begin with the header of a run&apos;s metrics</source>
        <translation>%1이(가) 없거나 실행 지표의 헤더로 시작하지 않습니다</translation>
    </message>
    <message>
        <source>%1 is not a file</source>
        <translation>%1은(는) 파일이 아닙니다</translation>
    </message>
    <message>
        <source>%1 is not a folder; give one with a sub-folder of pictures for every class.</source>
        <translation>%1은(는) 폴더가 아닙니다. 클래스마다 그림 하위 폴더가 하나씩 있는 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>%1 is not a usable packed file: %2; pack the folder again.</source>
        <translation>%1은(는) 쓸 수 있는 묶음 파일이 아닙니다: %2. 폴더를 다시 묶으세요.</translation>
    </message>
    <message>
        <source>%1 is not an IDX file of bytes in %2 dimensions.</source>
        <translation>%1은(는) %2차원 바이트 IDX 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is not an ordinary file.</source>
        <translation>%1은(는) 일반 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is still packed; unpack it with gunzip.</source>
        <translation>%1은(는) 아직 압축된 상태입니다. gunzip으로 압축을 푸세요.</translation>
    </message>
    <message>
        <source>%1 labels were given for a batch of %2.</source>
        <translation>배치 크기는 %2인데 레이블이 %1개 주어졌습니다.</translation>
    </message>
    <message>
        <source>%1 not written: the animation has no frame</source>
        <translation>%1을(를) 쓰지 않았습니다: 애니메이션에 프레임이 없습니다</translation>
    </message>
    <message>
        <source>%1 numbers were given for a tensor of %2.</source>
        <translation>텐서에는 수 %2개가 필요한데 %1개가 주어졌습니다.</translation>
    </message>
    <message>
        <source>%1 of the files in %2 are no moments of a run and are left out; the first of them: %3</source>
        <translation>%2의 파일 가운데 %1개는 실행의 시점이 아니어서 제외합니다. 그 가운데 첫째: %3</translation>
    </message>
    <message>
        <source>%1 where the header does not allow it, after &quot;%2&quot;</source>
        <translation>&quot;%2&quot; 다음, 헤더가 허용하지 않는 자리에 %1이(가) 있습니다</translation>
    </message>
    <message>
        <source>%1: %2 bytes at the end belong to no tensor</source>
        <translation>%1: 끝의 %2바이트가 어느 텐서에도 속하지 않습니다</translation>
    </message>
    <message>
        <source>%1: %2 bytes of JSON, at most %3 are read</source>
        <translation>%1: JSON이 %2바이트입니다. 최대 %3바이트까지 읽습니다</translation>
    </message>
    <message>
        <source>%1: %2 bytes; this is no safetensors file</source>
        <translation>%1: %2바이트입니다. safetensors 파일이 아닙니다</translation>
    </message>
    <message>
        <source>%1: %2 has shape %3, the network needs %4</source>
        <translation>%1: %2의 모양은 %3인데 신경망에는 %4이(가) 필요합니다</translation>
    </message>
    <message>
        <source>%1: %2 of the %3 numbers of %4 are not finite (NaN or infinite); such weights are of no use</source>
        <translation>%1: %4의 수 %3개 가운데 %2개가 유한하지 않습니다(NaN 또는 무한대). 이런 가중치는 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>%1: %2; this is no moment of a run</source>
        <translation>%1: %2. 실행의 시점 파일이 아닙니다</translation>
    </message>
    <message>
        <source>%1: JSON nested deeper than %2 levels</source>
        <translation>%1: JSON이 %2단계보다 깊게 중첩되어 있습니다</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not a row of metrics</source>
        <translation>%1: &quot;%2&quot;은(는) 지표 행이 아닙니다</translation>
    </message>
    <message>
        <source>%1: a JSON object is expected</source>
        <translation>%1: JSON 객체여야 합니다</translation>
    </message>
    <message>
        <source>%1: a list of names is expected</source>
        <translation>%1: 이름 목록이어야 합니다</translation>
    </message>
    <message>
        <source>%1: a name or text to be saved is not UTF-8: %2</source>
        <translation>%1: 저장할 이름이나 텍스트가 UTF-8이 아닙니다: %2</translation>
    </message>
    <message>
        <source>%1: a network needs at least one class, not %2</source>
        <translation>%1: 신경망에는 클래스가 하나 이상 있어야 합니다. 주어진 수: %2</translation>
    </message>
    <message>
        <source>%1: another program is training this run; wait until it ends, or choose another folder</source>
        <translation>%1: 다른 프로그램이 이 실행을 학습시키고 있습니다. 끝날 때까지 기다리거나 다른 폴더를 고르세요</translation>
    </message>
    <message>
        <source>%1: begins with a byte-order mark; save it as plain UTF-8</source>
        <translation>%1: 바이트 순서 표식(BOM)으로 시작합니다. BOM 없는 UTF-8로 저장하세요</translation>
    </message>
    <message>
        <source>%1: carries no network text; name the network these weights belong to</source>
        <translation>%1: 신경망 텍스트가 들어 있지 않습니다. 이 가중치가 속한 신경망을 지정하세요</translation>
    </message>
    <message>
        <source>%1: claims a header of %2 bytes; the file is cut off or no safetensors file</source>
        <translation>%1: 헤더가 %2바이트라고 적혀 있습니다. 파일이 잘렸거나 safetensors 파일이 아닙니다</translation>
    </message>
    <message>
        <source>%1: event %2 is not a line of a run&apos;s events</source>
        <translation>%1: 이벤트 %2은(는) 실행 이벤트의 행이 아닙니다</translation>
    </message>
    <message>
        <source>%1: field %2 is missing</source>
        <translation>%1: %2 필드가 없습니다</translation>
    </message>
    <message>
        <source>%1: field %2 must be %3</source>
        <translation>%1: %2 필드는 다음이어야 합니다: %3</translation>
    </message>
    <message>
        <source>%1: has no tensor &quot;%2&quot;; it holds %3</source>
        <translation>%1: 텐서 &quot;%2&quot;이(가) 없습니다. 들어 있는 텐서: %3</translation>
    </message>
    <message>
        <source>%1: holds weights but no state of training; it cannot be resumed</source>
        <translation>%1: 가중치만 있고 학습 상태가 없어 이어 할 수 없습니다</translation>
    </message>
    <message>
        <source>%1: line %2 is too long</source>
        <translation>%1: %2행이 너무 깁니다</translation>
    </message>
    <message>
        <source>%1: line %2: iteration %3 cannot follow the line before it</source>
        <translation>%1: %2행: 반복 %3은(는) 앞 행 다음에 올 수 없습니다</translation>
    </message>
    <message>
        <source>%1: not valid JSON: %2</source>
        <translation>%1: 올바른 JSON이 아닙니다: %2</translation>
    </message>
    <message>
        <source>%1: record %2 has the label %3, but CIFAR-10 has the classes 0 to 9; is this the CIFAR-10 binary version?</source>
        <translation>%1: 레코드 %2의 레이블은 %3인데 CIFAR-10의 클래스는 0에서 9까지입니다. CIFAR-10 바이너리 판이 맞나요?</translation>
    </message>
    <message>
        <source>%1: tensor &quot;%2&quot; %3 the tensor before it</source>
        <translation>%1: 텐서 &quot;%2&quot;의 자리가 바로 앞 텐서와 이어지지 않습니다(%3)</translation>
    </message>
    <message>
        <source>%1: tensor &quot;%2&quot; has %3 bytes, which is not what its shape and type need</source>
        <translation>%1: 텐서 &quot;%2&quot;의 크기가 %3바이트로, 모양과 자료형에 필요한 크기와 다릅니다</translation>
    </message>
    <message>
        <source>%1: tensor &quot;%2&quot; lies beyond the end of the file; the file is cut off</source>
        <translation>%1: 텐서 &quot;%2&quot;이(가) 파일 끝을 넘어갑니다. 파일이 잘렸습니다</translation>
    </message>
    <message>
        <source>%1: tensor &quot;%2&quot; must hold bytes (U8)</source>
        <translation>%1: 텐서 &quot;%2&quot;에는 바이트(U8)가 들어 있어야 합니다</translation>
    </message>
    <message>
        <source>%1: tensor &quot;%2&quot; must hold whole numbers (I64, I32 or U8)</source>
        <translation>%1: 텐서 &quot;%2&quot;에는 정수(I64, I32 또는 U8)가 들어 있어야 합니다</translation>
    </message>
    <message>
        <source>%1: the header does not begin with &apos;{&apos;; this is no safetensors file</source>
        <translation>%1: 헤더가 &apos;{&apos;로 시작하지 않습니다. safetensors 파일이 아닙니다</translation>
    </message>
    <message>
        <source>%1: the header would have %2 bytes, more than can be read again</source>
        <translation>%1: 헤더가 %2바이트가 되어 다시 읽을 수 있는 크기를 넘습니다</translation>
    </message>
    <message>
        <source>%1: the name &quot;%2&quot; occurs twice</source>
        <translation>%1: 이름 &quot;%2&quot;이(가) 두 번 나옵니다</translation>
    </message>
    <message>
        <source>%1: this build cannot read picture files; install libopencv-imgcodecs-dev and build again.</source>
        <translation>%1: 이 빌드에서는 그림 파일을 읽을 수 없습니다. libopencv-imgcodecs-dev를 설치하고 다시 빌드하세요.</translation>
    </message>
    <message>
        <source>A backward pass needs labels.</source>
        <translation>역전파에는 레이블이 필요합니다.</translation>
    </message>
    <message>
        <source>A batch of %1 pictures is not possible; take at least 1.</source>
        <translation>그림 %1장짜리 배치는 쓸 수 없습니다. 1장 이상으로 하세요.</translation>
    </message>
    <message>
        <source>A curve cannot keep %1 points of a level; choose a power of two from %2 on</source>
        <translation>곡선은 한 단계에 점 %1개를 둘 수 없습니다. %2 이상인 2의 거듭제곱을 고르세요</translation>
    </message>
    <message>
        <source>A frame of %1×%2 pixels does not fit an animation of %3×%4</source>
        <translation>%1×%2 픽셀 프레임이 %3×%4 애니메이션에 맞지 않습니다</translation>
    </message>
    <message>
        <source>A mean picture of %1×%2 is to be subtracted, but the one given has side %3; compute the statistics of the training set first.</source>
        <translation>%1×%2 평균 그림을 빼야 하는데 주어진 그림은 한 변이 %3입니다. 먼저 학습 데이터의 통계를 계산하세요.</translation>
    </message>
    <message>
        <source>A moment of %1 bytes cannot be recorded; at most %2 are</source>
        <translation>%1바이트짜리 시점은 기록할 수 없습니다. 최대 %2바이트입니다</translation>
    </message>
    <message>
        <source>A network input of %1 cannot be fed with pictures: it needs 1 or 3 square channels.</source>
        <translation>%1 크기의 신경망 입력에는 그림을 넣을 수 없습니다. 정사각형 채널이 1개 또는 3개여야 합니다.</translation>
    </message>
    <message>
        <source>A network that is not being trained cannot go on from %1</source>
        <translation>학습 중이 아닌 신경망은 %1에서 이어 갈 수 없습니다</translation>
    </message>
    <message>
        <source>A picture of %1×%2 cannot be resized to %3×%4.</source>
        <translation>%1×%2 그림은 %3×%4 크기로 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>A picture of %1×%2 pixels has no colours</source>
        <translation>%1×%2 픽셀 그림에는 색이 없습니다</translation>
    </message>
    <message>
        <source>A picture&apos;s input has %1 numbers, but %2 were given.</source>
        <translation>그림 입력은 수 %1개인데 %2개가 주어졌습니다.</translation>
    </message>
    <message>
        <source>A picture&apos;s input has %1 numbers, but room was given for %2.</source>
        <translation>그림 입력은 수 %1개인데 %2개가 들어갈 자리만 주어졌습니다.</translation>
    </message>
    <message>
        <source>A pooling window of %1 is larger than the 255 this backend supports.</source>
        <translation>크기 %1의 풀링 창은 이 백엔드가 지원하는 255보다 큽니다.</translation>
    </message>
    <message>
        <source>A weight of layer %1 cannot be %2; give a finite number</source>
        <translation>%1 층의 가중치는 %2일 수 없습니다. 유한한 수를 지정하세요</translation>
    </message>
    <message>
        <source>An animation of %1×%2 pixels cannot be written</source>
        <translation>%1×%2 픽셀 애니메이션은 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Back at iteration 0 with seed %1</source>
        <translation>시드 %1, 반복 0으로 되돌림</translation>
    </message>
    <message>
        <source>By hand: %1 %2 becomes %3</source>
        <translation>직접 변경: %1 %2 → %3</translation>
    </message>
    <message>
        <source>By hand: unit %1 of %2 as it was before</source>
        <translation>직접 변경: %2의 유닛 %1, 원래대로</translation>
    </message>
    <message>
        <source>By hand: unit %1 of %2 switched off</source>
        <translation>직접 변경: %2의 유닛 %1 끔</translation>
    </message>
    <message>
        <source>By hand: weight %1 of unit %2 of %3, %4, becomes %5</source>
        <translation>직접 변경: %3의 유닛 %2, 가중치 %1: %4 → %5</translation>
    </message>
    <message>
        <source>Cannot create a folder %1 and keep it</source>
        <translation>폴더 %1을(를) 만들어 유지할 수 없습니다</translation>
    </message>
    <message>
        <source>Cannot create a folder %1: %2</source>
        <translation>폴더 %1을(를) 만들 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Cannot create folder %1: %2</source>
        <translation>폴더 %1을(를) 만들 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Cannot flush folder %1: %2</source>
        <translation>폴더 %1의 내용을 디스크에 확정할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Cannot look at %1: %2</source>
        <translation>%1을(를) 살펴볼 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Cannot open folder %1: %2</source>
        <translation>폴더 %1을(를) 열 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Cannot put %1 in place: %2</source>
        <translation>%1을(를) 제자리에 놓을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Cannot read folder %1: %2</source>
        <translation>폴더 %1을(를) 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Cannot write %1; is the disk full?</source>
        <translation>%1을(를) 쓸 수 없습니다. 디스크가 가득 찼나요?</translation>
    </message>
    <message>
        <source>Cannot write %1; is the folder there, and has it room?</source>
        <translation>%1을(를) 쓸 수 없습니다. 폴더가 있고 공간이 남아 있나요?</translation>
    </message>
    <message>
        <source>Class %1 does not exist: the network tells %2 classes apart.</source>
        <translation>클래스 %1은(는) 없습니다: 신경망은 클래스 %2개를 구별합니다.</translation>
    </message>
    <message>
        <source>Crops of %1×%2 do not fit into pictures resized to %3 with a padding of %4; set resize to at least %5.</source>
        <translation>자른 조각 %1×%2이(가) 크기 %3(으)로 바꾸고 패딩 %4을(를) 더한 그림에 들어가지 않습니다. resize를 %5 이상으로 하세요.</translation>
    </message>
    <message>
        <source>Device %1 cannot be used: %2</source>
        <translation>장치 %1을(를) 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Dropout was asked to draw a mask in a network prepared for inference only.</source>
        <translation>추론용으로만 준비한 신경망에서 드롭아웃 마스크를 뽑으려고 했습니다.</translation>
    </message>
    <message>
        <source>Layer %1 has no unit %2; its units are 0 to %3</source>
        <translation>%1 층에 유닛 %2이(가) 없습니다. 유닛은 0에서 %3까지입니다</translation>
    </message>
    <message>
        <source>Layer %1 is %2; channel %3 at row %4, column %5 lies outside it</source>
        <translation>%1 층의 크기는 %2입니다. 채널 %3, %4행 %5열은 그 밖에 있습니다</translation>
    </message>
    <message>
        <source>Layer %1 of network %2 is no dropout layer; it has no p to change.</source>
        <translation>신경망 %2의 %1 층은 드롭아웃 층이 아니어서 바꿀 p가 없습니다.</translation>
    </message>
    <message>
        <source>Learning rate divided: from %1 to %2</source>
        <translation>학습률을 나눔: %1 → %2</translation>
    </message>
    <message>
        <source>Network %1 cannot share the parameters of a network with other layers.</source>
        <translation>신경망 %1은(는) 층이 다른 신경망과 매개변수를 공유할 수 없습니다.</translation>
    </message>
    <message>
        <source>Network %1 does not end in a loss; let its last layer be softmax-loss.</source>
        <translation>신경망 %1이(가) 손실로 끝나지 않습니다. 마지막 층을 softmax-loss로 하세요.</translation>
    </message>
    <message>
        <source>Network %1 takes up to %2 pictures of %3 numbers; %4 numbers were given.</source>
        <translation>신경망 %1은(는) 그림 한 장에 수 %3개씩, 최대 %2장을 받습니다. 수 %4개가 주어졌습니다.</translation>
    </message>
    <message>
        <source>No checkpoint could be written: %1</source>
        <translation>체크포인트를 쓸 수 없었습니다: %1</translation>
    </message>
    <message>
        <source>Only forward and backward pieces belong to a layer; run to one of these, or leave the layer out</source>
        <translation>층에 속하는 조각은 순전파와 역전파뿐입니다. 이 가운데 하나까지 실행하거나 층을 지정하지 마세요</translation>
    </message>
    <message>
        <source>Out of memory: %1 MiB more were needed; choose a smaller batch or network.</source>
        <translation>메모리가 부족합니다: %1 MiB가 더 필요했습니다. 배치나 신경망을 더 작게 하세요.</translation>
    </message>
    <message>
        <source>Packing was stopped; %1 was not written.</source>
        <translation>묶기를 중단했습니다. %1을(를) 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Parameter %1 is not being trained: there is no state to save in %2</source>
        <translation>매개변수 %1은(는) 학습 중이 아닙니다: %2에 저장할 상태가 없습니다</translation>
    </message>
    <message>
        <source>Pictures cannot be packed %1 pixels wide; choose %2 to %3.</source>
        <translation>그림을 너비 %1픽셀로 묶을 수 없습니다. %2에서 %3까지 고르세요.</translation>
    </message>
    <message>
        <source>Reset: %1 stays as it is, what follows is not recorded</source>
        <translation>되돌리기: %1은(는) 그대로 두고, 이후는 기록하지 않습니다</translation>
    </message>
    <message>
        <source>Resumed at iteration %1</source>
        <translation>반복 %1에서 이어 함</translation>
    </message>
    <message>
        <source>Started with seed %1 on %2, %3</source>
        <translation>시작: 시드 %1, %2, %3</translation>
    </message>
    <message>
        <source>Tensor &quot;%1&quot; to be saved has %2 bytes, which is not what its shape needs</source>
        <translation>저장할 텐서 &quot;%1&quot;의 크기가 %2바이트로, 모양에 필요한 크기와 다릅니다</translation>
    </message>
    <message>
        <source>Textures cannot be drawn %1 pixels wide; choose a side from 16 to 4096.</source>
        <translation>텍스처를 너비 %1픽셀로 그릴 수 없습니다. 한 변을 16에서 4096까지 고르세요.</translation>
    </message>
    <message>
        <source>The %1 cannot be %2; choose a number from 0 to %3</source>
        <translation>%1의 값은 %2일 수 없습니다. 0에서 %3까지의 수를 고르세요</translation>
    </message>
    <message>
        <source>The checkpoint was written with %1 %2, the run now says %3</source>
        <translation>체크포인트를 쓸 때 %1의 값은 %2인데, 지금 실행의 값은 %3입니다</translation>
    </message>
    <message>
        <source>The data %1 has no training pictures</source>
        <translation>데이터 %1에 학습 그림이 없습니다</translation>
    </message>
    <message>
        <source>The dropout of %1 cannot be %2; choose a number from 0 to %3</source>
        <translation>%1의 드롭아웃은 %2일 수 없습니다. 0에서 %3까지의 수를 고르세요</translation>
    </message>
    <message>
        <source>The dropout of %1 was changed, but the network %2 has no such layer</source>
        <translation>%1의 드롭아웃을 바꾸었지만 신경망 %2에는 그런 층이 없습니다</translation>
    </message>
    <message>
        <source>The loss has not fallen for %1 iterations and is above %2, that of guessing. Try another learning rate (now %3), smaller initial weights, or check the labels.</source>
        <translation>손실이 %1회 반복하는 동안 줄지 않았고 찍을 때의 값인 %2보다 큽니다. 학습률을 바꾸거나(지금 %3), 처음 가중치를 줄이거나, 레이블을 확인하세요.</translation>
    </message>
    <message>
        <source>The loss has stayed at %1, that of guessing, for %2 iterations. Try another learning rate (now %3), smaller initial biases (0.1 in place of 1), larger initial weights, or check the labels.</source>
        <translation>손실이 %2회 반복하는 동안 찍을 때의 값인 %1에 머물러 있습니다. 학습률을 바꾸거나(지금 %3), 처음 편향을 줄이거나(1 대신 0.1), 처음 가중치를 키우거나, 레이블을 확인하세요.</translation>
    </message>
    <message>
        <source>The loss is no longer a number: the steps were too large. Reset and lower the learning rate (now %1), or resume from the latest checkpoint.</source>
        <translation>손실이 더는 수가 아닙니다: 한 번에 너무 크게 갱신했습니다. 되돌린 뒤 학습률을 낮추거나(지금 %1), 최근 체크포인트에서 이어 하세요.</translation>
    </message>
    <message>
        <source>The network %1 has no dropout layer &quot;%2&quot;</source>
        <translation>신경망 %1에 드롭아웃 층 &quot;%2&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>The network %1 has no dropout layer to change</source>
        <translation>신경망 %1에는 바꿀 드롭아웃 층이 없습니다</translation>
    </message>
    <message>
        <source>The network %1 has no layer &quot;%2&quot; to run to</source>
        <translation>신경망 %1에는 실행해 갈 층 &quot;%2&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>The output of layer %1 lives only inside a fused kernel; prepare the network without fusing to see it.</source>
        <translation>%1 층의 출력은 융합 커널 안에만 있습니다. 보려면 융합하지 않고 신경망을 준비하세요.</translation>
    </message>
    <message>
        <source>The picture to look at (%1×%2) has no pixels</source>
        <translation>살펴볼 그림(%1×%2)에 픽셀이 없습니다</translation>
    </message>
    <message>
        <source>The preprocessing divides by a deviation that is not positive.</source>
        <translation>전처리에서 나누는 표준편차가 양수가 아닙니다.</translation>
    </message>
    <message>
        <source>The preprocessing multiplies by a scale that is not positive.</source>
        <translation>전처리에서 곱하는 배율이 양수가 아닙니다.</translation>
    </message>
    <message>
        <source>The run cannot go on as it began (%1); device and precision are chosen anew</source>
        <translation>실행을 처음 상태대로 이어 갈 수 없습니다(%1). 장치와 정밀도를 새로 고릅니다</translation>
    </message>
    <message>
        <source>The run goes on with another %1 (%2 before, %3 now): from here on its numbers may differ in the last bits</source>
        <translation>실행을 이어 가지만 %1이(가) 다릅니다(이전 %2, 지금 %3). 여기서부터는 수의 마지막 비트가 다를 수 있습니다</translation>
    </message>
    <message>
        <source>The run is done: %1 iterations</source>
        <translation>실행이 끝났습니다: 반복 %1회</translation>
    </message>
    <message>
        <source>The run is done; reset it, or start one with more epochs</source>
        <translation>실행이 끝났습니다. 되돌리거나 에폭을 늘려 새로 시작하세요</translation>
    </message>
    <message>
        <source>The run&apos;s description holds text that is not UTF-8 (a folder&apos;s name?): %1</source>
        <translation>실행 설명에 UTF-8이 아닌 텍스트가 있습니다(폴더 이름일 수 있음): %1</translation>
    </message>
    <message>
        <source>The run&apos;s past is no longer recorded: %1</source>
        <translation>실행의 이력을 더는 기록하지 않습니다: %1</translation>
    </message>
    <message>
        <source>The softmax loss needs one score a class; put a linear layer before it.</source>
        <translation>softmax 손실에는 클래스마다 점수 하나가 필요합니다. 그 앞에 선형 층을 두세요.</translation>
    </message>
    <message>
        <source>The training set has no pictures, so its mean cannot be computed; choose other data.</source>
        <translation>학습 데이터에 그림이 없어 평균을 계산할 수 없습니다. 다른 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>There is no device &quot;%1&quot;; choose one of %2.</source>
        <translation>장치 &quot;%1&quot;은(는) 없습니다. 다음 가운데 고르세요: %2.</translation>
    </message>
    <message>
        <source>There is no layer %1 with weights to change</source>
        <translation>바꿀 가중치가 있는 %1 층이 없습니다</translation>
    </message>
    <message>
        <source>There is no moment number %1 in %2</source>
        <translation>%2에 %1번 시점이 없습니다</translation>
    </message>
    <message>
        <source>There is no picture %1 among %2 textures.</source>
        <translation>텍스처 %2장 가운데 그림 %1은(는) 없습니다.</translation>
    </message>
    <message>
        <source>There is no precision &quot;%1&quot;; choose auto, fp32 or bf16.</source>
        <translation>정밀도 &quot;%1&quot;은(는) 없습니다. auto, fp32, bf16 가운데 고르세요.</translation>
    </message>
    <message>
        <source>There is no run to %1; start one first</source>
        <translation>이 명령(%1)을 적용할 실행이 없습니다. 먼저 실행을 시작하세요</translation>
    </message>
    <message>
        <source>There is not enough memory: choose a smaller batch or a smaller network</source>
        <translation>메모리가 부족합니다: 배치나 신경망을 더 작게 하세요</translation>
    </message>
    <message>
        <source>There was not enough memory for that</source>
        <translation>그 작업을 하기에는 메모리가 부족했습니다</translation>
    </message>
    <message>
        <source>This device cannot change the dropout of a network that is already prepared; set p in its text.</source>
        <translation>이 장치에서는 이미 준비한 신경망의 드롭아웃을 바꿀 수 없습니다. 신경망 텍스트에서 p를 지정하세요.</translation>
    </message>
    <message>
        <source>This processor has no bf16 arithmetic (%1; AVX-512 BF16 or AMX is needed); choose fp32 or auto.</source>
        <translation>이 프로세서에는 bf16 연산이 없습니다(%1. AVX-512 BF16 또는 AMX가 필요함). fp32나 auto를 고르세요.</translation>
    </message>
    <message>
        <source>This program knows no usable device; build it with at least the reference backend.</source>
        <translation>이 프로그램에는 쓸 수 있는 장치가 없습니다. 적어도 기준 백엔드를 넣어 빌드하세요.</translation>
    </message>
    <message>
        <source>Two tensors are to be saved under the name &quot;%1&quot;</source>
        <translation>텐서 두 개를 같은 이름 &quot;%1&quot;(으)로 저장하려고 합니다</translation>
    </message>
    <message>
        <source>Unit %1 of layer %2 has no weight %3; it has %4</source>
        <translation>%2 층의 유닛 %1에는 가중치 %3이(가) 없습니다. 가중치는 %4개입니다</translation>
    </message>
    <message>
        <source>Weights saved to %1</source>
        <translation>가중치를 저장한 곳: %1</translation>
    </message>
    <message>
        <source>What the run was to stop at is reached already</source>
        <translation>실행을 멈출 조건에 이미 도달했습니다</translation>
    </message>
    <message>
        <source>[%1] belongs before the layers; [preprocessing] comes first</source>
        <translation>[%1]은(는) 층보다 앞에 와야 합니다. [preprocessing]이 맨 먼저입니다</translation>
    </message>
    <message>
        <source>[%1] has no key %2; it has %3</source>
        <translation>[%1]에는 키 %2이(가) 없습니다. 있는 키: %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not name data; give textures, cifar10:DIR, folder:DIR, idx:DIR or packed:FILE, and shuffled: before it for labels dealt out at random.</source>
        <translation>&quot;%1&quot;은(는) 데이터를 가리키지 않습니다. textures, cifar10:DIR, folder:DIR, idx:DIR, packed:FILE 가운데 하나를 지정하고, 레이블을 무작위로 나눠 주려면 그 앞에 shuffled:를 붙이세요.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has not four extents of float32 numbers</source>
        <translation>&quot;%1&quot;은(는) 차원이 네 개인 float32 텐서가 아닙니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number</source>
        <translation>&quot;%1&quot;은(는) 수가 아닙니다</translation>
    </message>
    <message>
        <source>a JPEG with %1 bits a colour, which is not read</source>
        <translation>색마다 %1비트인 JPEG(읽지 않는 형식)</translation>
    </message>
    <message>
        <source>a JPEG with %1 colour channels</source>
        <translation>색 채널이 %1개인 JPEG</translation>
    </message>
    <message>
        <source>a class to be tested on that is not in the training set; its %1 pictures are left out</source>
        <translation>학습 데이터에 없는 테스트 클래스이므로 그림 %1장을 제외합니다</translation>
    </message>
    <message>
        <source>a key is made of letters, not %1</source>
        <translation>키는 글자로 이루어집니다. 주어진 것: %1</translation>
    </message>
    <message>
        <source>a list of %1 numbers</source>
        <translation>수 %1개의 목록</translation>
    </message>
    <message>
        <source>a list of at most %1 numbers</source>
        <translation>수가 최대 %1개인 목록</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1에서 %2까지의 수</translation>
    </message>
    <message>
        <source>a picture of %1×%2 cannot be enlarged %3 times; 64 megapixels are the limit</source>
        <translation>%1×%2 그림을 %3배로 확대할 수 없습니다. 64메가픽셀이 한계입니다</translation>
    </message>
    <message>
        <source>a section looks like [conv1], not %1</source>
        <translation>섹션은 [conv1]과 같은 꼴이어야 합니다. 주어진 것: %1</translation>
    </message>
    <message>
        <source>a section&apos;s name is made of 1 to 64 letters, digits and _, not %1</source>
        <translation>섹션 이름은 글자, 숫자, _ 1개에서 64개로 이루어집니다. 주어진 것: %1</translation>
    </message>
    <message>
        <source>a sheet of %1 tiles of %2×%3 has more than 64 megapixels; show fewer of them</source>
        <translation>%2×%3 타일 %1개를 모은 그림이 64메가픽셀을 넘습니다. 더 적게 표시하세요</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1에서 %2까지의 정수</translation>
    </message>
    <message>
        <source>a window of %1 does not fit into %2%3</source>
        <translation>크기 %1의 창이 %2%3에 들어가지 않습니다</translation>
    </message>
    <message>
        <source>cannot read the network text %1; it must be a readable file</source>
        <translation>신경망 텍스트 %1을(를) 읽을 수 없습니다. 읽을 수 있는 파일이어야 합니다</translation>
    </message>
    <message>
        <source>classes = %1, but the last linear layer has %2 outputs</source>
        <translation>classes = %1인데 마지막 선형 층의 출력은 %2개입니다</translation>
    </message>
    <message>
        <source>expected [section] or key = value, not %1</source>
        <translation>[section] 또는 key = value 형식이 와야 하는데 다음이 있습니다: %1</translation>
    </message>
    <message>
        <source>it announces %1 + %2 pictures, but has room for %3</source>
        <translation>그림이 %1 + %2장이라고 적혀 있지만 자리는 %3장분입니다</translation>
    </message>
    <message>
        <source>it has %1 bytes, more than any moment</source>
        <translation>크기가 %1바이트로, 어떤 시점의 기록보다도 큽니다</translation>
    </message>
    <message>
        <source>it has %1 bytes, which is not what its header announces</source>
        <translation>크기가 %1바이트로, 헤더에 적힌 것과 다릅니다</translation>
    </message>
    <message>
        <source>it has %1 tensors</source>
        <translation>텐서가 %1개 있습니다</translation>
    </message>
    <message>
        <source>it has more than 2^31 weights</source>
        <translation>가중치가 2^31개를 넘습니다</translation>
    </message>
    <message>
        <source>its output %1 has more than 2^31 numbers</source>
        <translation>출력 %1의 값이 2^31개를 넘습니다</translation>
    </message>
    <message>
        <source>its outputs follow the classes of the data, which are not known yet</source>
        <translation>출력 수가 데이터의 클래스 수를 따르는데, 클래스 수를 아직 모릅니다</translation>
    </message>
    <message>
        <source>its pictures would be %1 pixels wide</source>
        <translation>그림의 너비가 %1픽셀이 됩니다</translation>
    </message>
    <message>
        <source>its version is %1, this program reads version %2</source>
        <translation>파일의 버전은 %1인데 이 프로그램은 버전 %2만 읽습니다</translation>
    </message>
    <message>
        <source>k must be above 0, alpha and beta not below 0</source>
        <translation>k는 0보다 커야 하고, alpha와 beta는 0 이상이어야 합니다</translation>
    </message>
    <message>
        <source>more than %1 layers</source>
        <translation>층이 %1개를 넘습니다</translation>
    </message>
    <message>
        <source>more than %1 sections</source>
        <translation>섹션이 %1개를 넘습니다</translation>
    </message>
    <message>
        <source>more than 64 keys in [%1]</source>
        <translation>[%1]의 키가 64개를 넘습니다</translation>
    </message>
    <message>
        <source>must be a number from %1 to %2</source>
        <translation>%1부터 %2까지의 수여야 합니다</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation>%1부터 %2까지의 정수여야 합니다</translation>
    </message>
    <message>
        <source>must be one of %1</source>
        <translation>다음 중 하나여야 합니다: %1</translation>
    </message>
    <message>
        <source>n = %1, but the window has a middle channel only when n is odd</source>
        <translation>n = %1이지만, n이 홀수일 때만 창의 가운데 채널이 있습니다</translation>
    </message>
    <message>
        <source>needs one number a class, but its input is %1</source>
        <translation>클래스마다 값이 하나씩 필요한데 입력은 %1입니다</translation>
    </message>
    <message>
        <source>not valid JSON near byte %1</source>
        <translation>바이트 %1 근처가 올바른 JSON이 아닙니다</translation>
    </message>
    <message>
        <source>only the last linear layer may have as many outputs as there are classes</source>
        <translation>출력 수를 클래스 수와 같게 둘 수 있는 것은 마지막 선형 층뿐입니다</translation>
    </message>
    <message>
        <source>p = %1 must be at least 0 and below 1</source>
        <translation>p = %1: 0 이상 1 미만이어야 합니다</translation>
    </message>
    <message>
        <source>pad = %1 must be at least 0 and smaller than size = %2</source>
        <translation>pad = %1: 0 이상이고 size = %2보다 작아야 합니다</translation>
    </message>
    <message>
        <source>picture %1 is of class %2 of %3</source>
        <translation>그림 %1의 클래스 번호가 %2인데, 클래스는 모두 %3개입니다</translation>
    </message>
    <message>
        <source>reading the network text %1 failed; check the disk</source>
        <translation>신경망 텍스트 %1을(를) 읽지 못했습니다. 디스크를 확인하세요</translation>
    </message>
    <message>
        <source>resize = %1 is smaller than the input of %2; crops would not fit</source>
        <translation>resize = %1: 입력 크기 %2보다 작아서 그만한 크기로 자를 수 없습니다</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; ends before it begins</source>
        <translation>텐서 &quot;%1&quot;의 끝이 시작보다 앞에 있습니다</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has an extent of %2</source>
        <translation>텐서 &quot;%1&quot;에 크기가 %2인 차원이 있습니다</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has an unknown field &quot;%2&quot;</source>
        <translation>텐서 &quot;%1&quot;에 알 수 없는 필드 &quot;%2&quot;이(가) 있습니다</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has more than %2 dimensions</source>
        <translation>텐서 &quot;%1&quot;의 차원이 %2개를 넘습니다</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; holds elements of type %2, which are not read here</source>
        <translation>텐서 &quot;%1&quot;의 원소 자료형 %2은(는) 여기서 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; lacks its type, shape or offsets</source>
        <translation>텐서 &quot;%1&quot;에 자료형, 모양 또는 오프셋이 없습니다</translation>
    </message>
    <message>
        <source>the input needs 1 to 65536 channels, rows and columns, and at most 2^31 numbers</source>
        <translation>입력의 채널, 행, 열은 각각 1~65536개여야 하고, 값은 모두 2^31개 이하여야 합니다</translation>
    </message>
    <message>
        <source>the last layer must be a softmax-loss</source>
        <translation>마지막 층은 softmax-loss여야 합니다</translation>
    </message>
    <message>
        <source>the name &quot;%1&quot; occurs twice</source>
        <translation>이름 &quot;%1&quot;이(가) 두 번 나옵니다</translation>
    </message>
    <message>
        <source>the network %1 tells %2 classes apart, but the data has %3; write `outputs = classes` in its last linear layer</source>
        <translation>신경망 %1은(는) 클래스 %2개를 구별하지만 데이터의 클래스는 %3개입니다. 마지막 선형 층에 `outputs = classes`라고 쓰세요</translation>
    </message>
    <message>
        <source>the network has more than 2^31 parameters up to here</source>
        <translation>여기까지 신경망의 매개변수가 2^31개를 넘습니다</translation>
    </message>
    <message>
        <source>the network has no layers</source>
        <translation>신경망에 층이 없습니다</translation>
    </message>
    <message>
        <source>the network&apos;s %1 must not contain # or control characters</source>
        <translation>신경망의 %1에는 #이나 제어 문자를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>the softmax-loss must be the last layer</source>
        <translation>softmax-loss는 마지막 층이어야 합니다</translation>
    </message>
    <message>
        <source>the softmax-loss needs a linear layer before it</source>
        <translation>softmax-loss 앞에는 선형 층이 있어야 합니다</translation>
    </message>
    <message>
        <source>there is a section [%1] already</source>
        <translation>섹션 [%1]이(가) 이미 있습니다</translation>
    </message>
    <message>
        <source>there is no &quot;%1&quot; in the metadata</source>
        <translation>메타데이터에 &quot;%1&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>there is no built-in network %1; choose one of %2</source>
        <translation>내장 신경망 가운데 %1은(는) 없습니다. 다음 중에서 고르세요: %2</translation>
    </message>
    <message>
        <source>there is no network %1; give a .net file or one of %2</source>
        <translation>신경망 %1은(는) 없습니다. .net 파일을 지정하거나 다음 중에서 고르세요: %2</translation>
    </message>
    <message>
        <source>there is no picture %1 among %2</source>
        <translation>그림 %1은(는) 없습니다. 그림은 모두 %2장입니다</translation>
    </message>
    <message>
        <source>there is nothing to show from number %1 on; there are %2</source>
        <translation>%1번부터는 보여 줄 것이 없습니다. 모두 %2개입니다</translation>
    </message>
    <message>
        <source>too large: %1×%2 pixels</source>
        <translation>너무 큽니다: %1×%2 픽셀</translation>
    </message>
    <message>
        <source>%1 has no %2; take a snapshot of all its parameters</source>
        <translation>%1에 %2이(가) 없습니다. 매개변수를 모두 담은 스냅숏을 만드세요</translation>
    </message>
    <message>
        <source>%1 has no codes; index the pictures again with them</source>
        <translation>%1에 코드가 없습니다. 코드를 포함해 그림을 다시 색인하세요</translation>
    </message>
    <message>
        <source>%1 is not a usable index: %2; index the pictures again.</source>
        <translation>%1은(는) 쓸 수 있는 색인이 아닙니다: %2. 그림을 다시 색인하세요.</translation>
    </message>
    <message>
        <source>%1 cannot be played: %2</source>
        <translation>%1을(를) 재생할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 ends after %2 of the %3 pictures it announces; it is cut off or damaged.</source>
        <translation>%1에는 그림이 %3장이라고 적혀 있지만 %2장에서 끝납니다. 잘렸거나 손상되었습니다.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1은(는) 비어 있습니다.</translation>
    </message>
    <message>
        <source>%1: %2 has %3 numbers instead of %4</source>
        <translation>%1: %2에 수가 %4개 있어야 하는데 %3개 있습니다</translation>
    </message>
    <message>
        <source>%1: %2 holds numbers that are not finite; the weights are lost</source>
        <translation>%1: %2에 유한하지 않은 수가 들어 있습니다. 이 가중치는 못 쓰게 되었습니다</translation>
    </message>
    <message>
        <source>%1: none of its layers has the name and shape of one of network %2; there is nothing to begin with</source>
        <translation>%1: 이름과 모양이 신경망 %2의 층과 같은 층이 하나도 없습니다. 시작할 때 쓸 가중치가 없습니다</translation>
    </message>
    <message>
        <source>%1: this folder holds neither finished weights nor a checkpoint of a run</source>
        <translation>%1: 이 폴더에는 완성된 가중치도 실행의 체크포인트도 없습니다</translation>
    </message>
    <message>
        <source>%1: the network subtracts the mean of its training set, which is not known here; take a network whose text has channelMean</source>
        <translation>%1: 이 신경망은 학습 데이터의 평균을 빼는데, 여기서는 그 평균을 알 수 없습니다. 텍스트에 channelMean이 있는 신경망을 쓰세요</translation>
    </message>
    <message>
        <source>A map by t-SNE has at most %1 points, not %2; choose fewer</source>
        <translation>t-SNE 지도에는 점을 최대 %1개까지 둘 수 있는데 %2개가 주어졌습니다. 더 적게 고르세요</translation>
    </message>
    <message>
        <source>A map by t-SNE is made of points with at least two dimensions</source>
        <translation>t-SNE 지도를 만들려면 점이 2차원 이상이어야 합니다</translation>
    </message>
    <message>
        <source>A share of %1 of the time is not possible; choose a number above 0, up to 1</source>
        <translation>시간 비율은 %1일 수 없습니다. 0보다 크고 1 이하인 수를 고르세요</translation>
    </message>
    <message>
        <source>Camera %1 does not answer; close other programs that use it, or connect it again.</source>
        <translation>카메라 %1이(가) 응답하지 않습니다. 이 카메라를 쓰는 다른 프로그램을 닫거나 카메라를 다시 연결하세요.</translation>
    </message>
    <message>
        <source>Camera %1 may not be used by you (%2); have yourself added to its group, usually video, and log in again.</source>
        <translation>카메라 %1을(를) 쓸 권한이 없습니다(%2). 관리자에게 요청해 자신의 계정을 카메라의 그룹(보통 video)에 추가한 뒤 다시 로그인하세요.</translation>
    </message>
    <message>
        <source>Camera %1 sends no pictures any more; connect it again and choose it anew.</source>
        <translation>카메라 %1에서 더는 그림이 오지 않습니다. 다시 연결한 뒤 새로 고르세요.</translation>
    </message>
    <message>
        <source>Codes of %1 bits are not possible; choose a multiple of 64, up to %2</source>
        <translation>%1비트 코드는 쓸 수 없습니다. %2 이하인 64의 배수를 고르세요</translation>
    </message>
    <message>
        <source>Drawn anew from the seed, for the classes of this set: %1</source>
        <translation>이 데이터의 클래스에 맞추어 시드로 새로 뽑음: %1</translation>
    </message>
    <message>
        <source>Drawn from the seed, since %1 holds no weights for them: %2</source>
        <translation>%1에 가중치가 없어 시드로 뽑음: %2</translation>
    </message>
    <message>
        <source>Drawn from the seed, since their shapes are others in %1: %2</source>
        <translation>%1에 있는 것과 모양이 달라 시드로 뽑음: %2</translation>
    </message>
    <message>
        <source>Layer %1 has no gradient of its output: it is the loss, lives inside a fused kernel or below all that learns, or the network is not prepared for training.</source>
        <translation>%1 층에는 출력의 기울기가 없습니다: 손실 층이거나, 융합 커널 안에만 있거나, 학습하는 모든 층보다 아래에 있거나, 신경망이 학습용으로 준비되지 않았습니다.</translation>
    </message>
    <message>
        <source>Layer %1 of network %2 has no weights; it has no learning rate</source>
        <translation>신경망 %2의 %1 층에는 가중치가 없으므로 학습률도 없습니다</translation>
    </message>
    <message>
        <source>No layer of network %1 learns: each has a learning rate of 0; give one of them more</source>
        <translation>신경망 %1에는 학습하는 층이 없습니다: 모든 층의 학습률이 0입니다. 적어도 한 층의 학습률을 0보다 크게 하세요</translation>
    </message>
    <message>
        <source>Nothing goes backward to layer %1: it and all layers below it are frozen; run to a layer that learns</source>
        <translation>역전파가 %1 층까지 가지 않습니다: 이 층과 그 아래 층이 모두 동결되어 있습니다. 학습하는 층까지 실행하세요</translation>
    </message>
    <message>
        <source>Pictures have the mean subtracted that these weights have learned with</source>
        <translation>이 가중치가 학습할 때 쓴 평균을 그림에서 뺍니다</translation>
    </message>
    <message>
        <source>Picture %1 makes %2 say %3, too much for half precision; index in float32</source>
        <translation>그림 %1을(를) 넣으면 %2의 값이 %3이(가) 되어 반정밀도로 나타내기에는 너무 큽니다. float32로 색인하세요</translation>
    </message>
    <message>
        <source>Picture %1 makes %2 say %3; the weights are lost</source>
        <translation>그림 %1을(를) 넣으면 %2의 값이 %3이(가) 됩니다. 이 가중치는 못 쓰게 되었습니다</translation>
    </message>
    <message>
        <source>Pause the run to ask it about every picture; else its next validation will</source>
        <translation>지금 모든 그림의 예측을 보려면 실행을 일시정지하세요. 그대로 두면 다음 검증 때 예측합니다</translation>
    </message>
    <message>
        <source>Shown as it ended at iteration %1</source>
        <translation>반복 %1에서 끝난 상태로 표시함</translation>
    </message>
    <message>
        <source>Taken from %1: %2</source>
        <translation>%1에서 가져옴: %2</translation>
    </message>
    <message>
        <source>Stopped before the end; nothing is kept of it</source>
        <translation>끝나기 전에 멈추었습니다. 아무것도 남기지 않습니다</translation>
    </message>
    <message>
        <source>The data %1 has no validation pictures to ask about</source>
        <translation>데이터 %1에 예측해 볼 검증 그림이 없습니다</translation>
    </message>
    <message>
        <source>The features hold numbers that are not finite (NaN or infinite): the training has diverged; go back with a smaller learning rate</source>
        <translation>특징에 유한하지 않은 수(NaN 또는 무한대)가 들어 있습니다: 학습이 발산했습니다. 이전으로 돌아가 더 작은 학습률을 쓰세요</translation>
    </message>
    <message>
        <source>The network %1 has no layer &quot;%2&quot; whose learning rate could be set</source>
        <translation>신경망 %1에 학습률을 정할 수 있는 층 &quot;%2&quot;이(가) 없습니다</translation>
    </message>
    <message>
        <source>The nearest %1 cannot be found; ask for 1 or more</source>
        <translation>가장 가까운 이웃을 %1개 찾을 수는 없습니다. 1개 이상으로 하세요</translation>
    </message>
    <message>
        <source>The network %1 has no hidden layer &quot;%2&quot;; it has %3</source>
        <translation>신경망 %1에 은닉층 &quot;%2&quot;이(가) 없습니다. 있는 은닉층: %3</translation>
    </message>
    <message>
        <source>The network %1 has no hidden layer to take features of</source>
        <translation>신경망 %1에는 특징을 뽑을 은닉층이 없습니다</translation>
    </message>
    <message>
        <source>The pictures of an index must be in ascending order</source>
        <translation>색인의 그림은 오름차순이어야 합니다</translation>
    </message>
    <message>
        <source>The weights in %1 have changed since this run began with them</source>
        <translation>이 실행이 시작할 때 쓴 뒤로 %1의 가중치가 바뀌었습니다</translation>
    </message>
    <message>
        <source>The weights in %1 have learned from pictures prepared otherwise (mean, scale or order of colours) than this network&apos;s text says: the layers taken see other numbers than they know</source>
        <translation>%1의 가중치는 이 신경망의 텍스트와 다르게 전처리한 그림(평균, 배율 또는 색 순서)으로 학습했습니다: 가져온 층에는 학습할 때와 다른 수가 들어옵니다</translation>
    </message>
    <message>
        <source>There are no pictures to pass through the network</source>
        <translation>신경망에 통과시킬 그림이 없습니다</translation>
    </message>
    <message>
        <source>The video holds no picture that can be decoded; choose another file.</source>
        <translation>동영상에 디코딩할 수 있는 그림이 없습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>There is no camera %1; connect one and choose it anew.</source>
        <translation>카메라 %1이(가) 없습니다. 카메라를 연결한 뒤 새로 고르세요.</translation>
    </message>
    <message>
        <source>There is no picture %1; the set has %2</source>
        <translation>그림 %1이(가) 없습니다. 이 데이터의 그림은 %2장입니다</translation>
    </message>
    <message>
        <source>There is not enough memory for the pictures of this video.</source>
        <translation>이 동영상의 그림을 담을 메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>This build plays no videos and no cameras; install libopencv-videoio-dev and build again.</source>
        <translation>이 빌드에서는 동영상과 카메라를 재생할 수 없습니다. libopencv-videoio-dev를 설치하고 다시 빌드하세요.</translation>
    </message>
    <message>
        <source>Vectors of %1 numbers get no codes; 1 to %2 are possible</source>
        <translation>수 %1개짜리 벡터로는 코드를 만들 수 없습니다. 1개에서 %2개까지 가능합니다</translation>
    </message>
    <message>
        <source>it is damaged, no video, or of a kind that is not known here.</source>
        <translation>손상되었거나, 동영상이 아니거나, 여기서 알지 못하는 형식입니다.</translation>
    </message>
    <message>
        <source>it is empty; record or fetch it again.</source>
        <translation>비어 있습니다. 다시 녹화하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>its pictures have %1×%2 pixels; 100 million are the most that are read.</source>
        <translation>그림의 크기가 %1×%2픽셀인데, 1억 픽셀까지만 읽습니다.</translation>
    </message>
    <message>
        <source>none of its pictures can be decoded; it is damaged or cut off.</source>
        <translation>디코딩할 수 있는 그림이 하나도 없습니다. 손상되었거나 잘렸습니다.</translation>
    </message>
    <message>
        <source>The network %1 is the one whose text the file carries.</source>
        <translation>신경망은 파일에 글로 들어 있는 %1입니다.</translation>
    </message>
    <message>
        <source>The network is %1: it computes what the file&apos;s graph does.</source>
        <translation>신경망은 %1입니다. 파일의 그래프와 같은 것을 계산합니다.</translation>
    </message>
    <message>
        <source>The network is the file&apos;s own graph; how pictures were prepared it does not say, so they are only brought to the input&apos;s size: give a network&apos;s text with --network to change that.</source>
        <translation>신경망은 파일 자체의 그래프입니다. 그림을 어떻게 준비했는지 적혀 있지 않아 입력 크기로만 맞춥니다. 바꾸려면 --network로 신경망의 글을 주세요.</translation>
    </message>
    <message>
        <source>The network is %1: no other has these shapes.</source>
        <translation>신경망은 %1입니다. 모양이 이런 신경망은 이것뿐입니다.</translation>
    </message>
    <message>
        <source>The network %1 was named.</source>
        <translation>신경망 %1이(가) 지정되었습니다.</translation>
    </message>
    <message>
        <source>The network is %1, because %2.</source>
        <translation>신경망은 %1입니다. 근거: %2.</translation>
    </message>
    <message>
        <source>its layers have torchvision&apos;s names</source>
        <translation>층의 이름이 torchvision의 것입니다</translation>
    </message>
    <message>
        <source>its pooling comes before the normalisation</source>
        <translation>풀링이 정규화보다 먼저 옵니다</translation>
    </message>
    <message>
        <source>its normalisation comes before the pooling</source>
        <translation>정규화가 풀링보다 먼저 옵니다</translation>
    </message>
    <message>
        <source>its metadata says &quot;%1&quot;</source>
        <translation>메타데이터에 &quot;%1&quot;이라고 적혀 있습니다</translation>
    </message>
    <message>
        <source>Pictures are squeezed to %1 and cropped to %2.</source>
        <translation>그림을 %1(으)로 눌러 맞추고 %2(으)로 잘라 냅니다.</translation>
    </message>
    <message>
        <source>Pictures are scaled to %1 and cropped to %2.</source>
        <translation>그림을 %1(으)로 줄이고 %2(으)로 잘라 냅니다.</translation>
    </message>
    <message>
        <source>Colours go in as %1.</source>
        <translation>색은 %1 순서로 들어갑니다.</translation>
    </message>
    <message>
        <source>red, green, blue</source>
        <translation>빨강, 초록, 파랑</translation>
    </message>
    <message>
        <source>blue, green, red</source>
        <translation>파랑, 초록, 빨강</translation>
    </message>
    <message>
        <source>The mean picture of the training set is subtracted.</source>
        <translation>학습 집합의 평균 그림을 뺍니다.</translation>
    </message>
    <message>
        <source>The mean colour of the training set is subtracted.</source>
        <translation>학습 집합의 평균 색을 뺍니다.</translation>
    </message>
    <message>
        <source>The mean colour %1 (red, green, blue) is subtracted.</source>
        <translation>평균 색 %1(빨강, 초록, 파랑)을 뺍니다.</translation>
    </message>
    <message>
        <source>The rest is multiplied by %1.</source>
        <translation>나머지에 %1을(를) 곱합니다.</translation>
    </message>
    <message>
        <source>It is divided by %1 (red, green, blue).</source>
        <translation>그것을 %1(빨강, 초록, 파랑)로 나눕니다.</translation>
    </message>
    <message>
        <source>Response normalisation: n %1, k %2, alpha %3 divided by n, beta %4.</source>
        <translation>반응 정규화: n %1, k %2, n으로 나눈 alpha %3, beta %4.</translation>
    </message>
    <message>
        <source>Response normalisation: n %1, k %2, alpha %3 as printed in the paper, beta %4.</source>
        <translation>반응 정규화: n %1, k %2, 논문에 적힌 대로의 alpha %3, beta %4.</translation>
    </message>
    <message>
        <source>There is no response normalisation.</source>
        <translation>반응 정규화는 없습니다.</translation>
    </message>
    <message>
        <source>The file takes colours as %1, this network as %2; the first layer&apos;s filters were reordered.</source>
        <translation>파일의 색 순서는 %1, 이 신경망의 순서는 %2이므로 첫 층의 필터를 다시 늘어놓았습니다.</translation>
    </message>
    <message>
        <source>The file has no weights for %1; what comes before can be looked at, predictions cannot be made.</source>
        <translation>파일에 %1의 가중치가 없습니다. 그 앞은 볼 수 있지만 예측은 할 수 없습니다.</translation>
    </message>
    <message>
        <source>The file normalises with n %1, k %2, alpha %3 divided by n, beta %4; %5 of this network does not.</source>
        <translation>파일은 n %1, k %2, n으로 나눈 alpha %3, beta %4로 정규화하지만 이 신경망의 %5은(는) 그렇지 않습니다.</translation>
    </message>
    <message>
        <source>This network does not compute what the file&apos;s graph does: %1.</source>
        <translation>이 신경망은 파일의 그래프와 다른 것을 계산합니다: %1.</translation>
    </message>
    <message>
        <source>%1 has no biases in the file; they are 0.</source>
        <translation>파일에 %1의 편향이 없어 0으로 둡니다.</translation>
    </message>
    <message>
        <source>Its classes have the names in %1.</source>
        <translation>클래스의 이름은 %1에 있는 것입니다.</translation>
    </message>
    <message>
        <source>%1: is no file of weights that can be read here (safetensors, PyTorch&apos;s .pth, .caffemodel or ONNX)</source>
        <translation>%1: 여기서 읽을 수 있는 가중치 파일(safetensors, PyTorch의 .pth, .caffemodel, ONNX)이 아닙니다</translation>
    </message>
    <message>
        <source>%1: carries no network text, and no built-in network has its shapes; choose the network they belong to (--network, in the window its Network box)</source>
        <translation>%1: 신경망의 글이 없고, 모양이 맞는 내장 신경망도 없습니다. 이 가중치의 신경망을 고르세요(--network, 창에서는 신경망 상자)</translation>
    </message>
    <message>
        <source>%1: carries no network text, and its shapes fit %2; choose the network they belong to (--network, in the window its Network box)</source>
        <translation>%1: 신경망의 글이 없고, 모양은 %2에 맞습니다. 이 가중치의 신경망을 고르세요(--network, 창에서는 신경망 상자)</translation>
    </message>
    <message>
        <source>%1: is damaged or no .caffemodel</source>
        <translation>%1: 손상되었거나 .caffemodel이 아닙니다</translation>
    </message>
    <message>
        <source>%1: is damaged or no ONNX file</source>
        <translation>%1: 손상되었거나 ONNX 파일이 아닙니다</translation>
    </message>
    <message>
        <source>%1: is damaged or no pickle of plain tensors: %2 at byte %3</source>
        <translation>%1: 손상되었거나 텐서만 든 피클이 아닙니다: 바이트 %3에서 %2</translation>
    </message>
    <message>
        <source>%1: holds no tensors; save the network&apos;s state_dict()</source>
        <translation>%1: 텐서가 없습니다. 신경망의 state_dict()를 저장하세요</translation>
    </message>
    <message>
        <source>%1: holds no dictionary of tensors; save the network&apos;s state_dict()</source>
        <translation>%1: 텐서의 사전이 없습니다. 신경망의 state_dict()를 저장하세요</translation>
    </message>
    <message>
        <source>%1: is cut off, damaged, or none of the formats that are read here</source>
        <translation>%1: 잘렸거나 손상되었거나, 여기서 읽는 형식이 아닙니다</translation>
    </message>
    <message>
        <source>%1: ends before the numbers of its tensors; it is cut off</source>
        <translation>%1: 텐서의 수가 나오기 전에 끝납니다. 잘린 파일입니다</translation>
    </message>
    <message>
        <source>%1: asks to run %2; only plain tensors are read (torch.save of a state_dict writes such a file)</source>
        <translation>%1: %2의 실행을 요구합니다. 텐서만 읽습니다(state_dict를 torch.save로 저장하면 그런 파일이 됩니다)</translation>
    </message>
    <message>
        <source>%1: this build knows safetensors only; install libzip-dev, libprotobuf-dev and protobuf-compiler and build again</source>
        <translation>%1: 이 빌드는 safetensors만 압니다. libzip-dev, libprotobuf-dev, protobuf-compiler를 설치하고 다시 빌드하세요</translation>
    </message>
    <message>
        <source>the file has %1 layers with weights, the network %2 only %3</source>
        <translation>파일에는 가중치가 있는 층이 %1개인데 신경망 %2에는 %3개뿐입니다</translation>
    </message>
    <message>
        <source>%1 has shape %2, %3 of %4 needs %5</source>
        <translation>%1의 모양은 %2인데 %4의 %3은(는) %5이어야 합니다</translation>
    </message>
    <message>
        <source>These weights tell other classes apart than the pictures have: nothing can be right or wrong</source>
        <translation>이 가중치가 구별하는 클래스는 그림들의 클래스와 달라 맞고 틀림을 말할 수 없습니다</translation>
    </message>
    <message>
        <source>The last layers have no weights, so there are no predictions</source>
        <translation>마지막 층들의 가중치가 없어 예측이 없습니다</translation>
    </message>
    <message>
        <source>The file does not hold the mean of the pictures these weights have learned from: that of the pictures here is subtracted</source>
        <translation>이 가중치가 배운 그림들의 평균이 파일에 없어 여기 그림들의 평균을 뺍니다</translation>
    </message>
    <message>
        <source>Weights of %1</source>
        <translation>%1의 가중치</translation>
    </message>
    <message>
        <source>The GPU was lost while %1 (%2); start the program again and go on from the run&apos;s last checkpoint.</source>
        <translation>GPU를 잃었습니다(작업: %1, 원인: %2). 프로그램을 다시 시작하고 학습의 마지막 체크포인트에서 이어 가세요.</translation>
    </message>
    <message>
        <source>This build has no code for this GPU (%1); build again with ALEXSCOPE_CUDA_ARCHITECTURES=native.</source>
        <translation>이 빌드에는 이 GPU용 코드가 없습니다(%1). ALEXSCOPE_CUDA_ARCHITECTURES=native로 다시 빌드하세요.</translation>
    </message>
    <message>
        <source>The GPU failed while %1 (%2); if it happens again, choose device cpu.</source>
        <translation>GPU 오류입니다(작업: %1, 원인: %2). 다시 일어나면 장치를 cpu로 고르세요.</translation>
    </message>
    <message>
        <source>Out of %1 memory: %2 MiB more were needed; choose a smaller batch or network, or end other programs that use it.</source>
        <translation>%1 메모리가 부족합니다: %2 MiB가 더 필요했습니다. 배치나 신경망을 더 작게 하거나, 메모리를 쓰는 다른 프로그램을 끝내세요.</translation>
    </message>
    <message>
        <source>There is no NVIDIA driver on this machine; with an NVIDIA GPU, install its driver.</source>
        <translation>이 컴퓨터에는 NVIDIA 드라이버가 없습니다. NVIDIA GPU가 있다면 드라이버를 설치하세요.</translation>
    </message>
    <message>
        <source>The NVIDIA driver serves CUDA %1 and this build needs %2; install a newer driver.</source>
        <translation>NVIDIA 드라이버는 CUDA %1까지 지원하는데 이 빌드는 %2가 필요합니다. 더 새로운 드라이버를 설치하세요.</translation>
    </message>
    <message>
        <source>The NVIDIA driver finds no GPU (%1); a restart, or CUDA_VISIBLE_DEVICES unset, may help.</source>
        <translation>NVIDIA 드라이버가 GPU를 찾지 못합니다(%1). 다시 시작하거나 CUDA_VISIBLE_DEVICES를 지우면 될 수 있습니다.</translation>
    </message>
    <message>
        <source>The NVIDIA driver cannot describe the GPU; a restart may help.</source>
        <translation>NVIDIA 드라이버가 GPU 정보를 주지 못합니다. 다시 시작하면 될 수 있습니다.</translation>
    </message>
    <message>
        <source>The GPU %1 (sm_%2%3) is too old; sm_75 (Turing, 2018) or newer is needed.</source>
        <translation>GPU %1(sm_%2%3)은 너무 오래되었습니다. sm_75(Turing, 2018) 이후가 필요합니다.</translation>
    </message>
    <message>
        <source>The NVIDIA driver and its libraries are of different versions (%1); restart the machine.</source>
        <translation>NVIDIA 드라이버와 라이브러리의 버전이 서로 다릅니다(%1). 컴퓨터를 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The %1 training pictures stay on the device once they have been there: %2 MiB</source>
        <translation>학습 사진 %1장은 한 번 전송된 뒤 장치에 남습니다: %2MiB</translation>
    </message>
    <message>
        <source>The CUDA module cannot be opened (%1); install cuDNN 9 and cuBLAS, or build again.</source>
        <translation>CUDA 모듈을 열 수 없습니다(%1). cuDNN 9와 cuBLAS를 설치하거나 다시 빌드하세요.</translation>
    </message>
    <message>
        <source>The CUDA module %1 is of another version than the program; build again.</source>
        <translation>CUDA 모듈 %1의 버전이 프로그램과 다릅니다. 다시 빌드하세요.</translation>
    </message>
    <message>
        <source>The CUDA module alexscope-cuda.so is not where it was built; build again.</source>
        <translation>CUDA 모듈 alexscope-cuda.so가 빌드된 자리에 없습니다. 다시 빌드하세요.</translation>
    </message>
    <message>
        <source>This build has no CUDA backend: install the CUDA toolkit 12 and cuDNN 9, or newer, and build again.</source>
        <translation>이 빌드에는 CUDA 백엔드가 없습니다. CUDA 툴킷 12와 cuDNN 9 이상을 설치하고 다시 빌드하세요.</translation>
    </message>
    <message>
        <source>A tensor of %1 numbers is more than this GPU backend can count (2,147,483,647); choose a smaller batch.</source>
        <translation>숫자 %1개짜리 텐서는 이 GPU 백엔드가 셀 수 있는 한도(2,147,483,647)를 넘습니다. 배치를 더 작게 하세요.</translation>
    </message>
    <message>
        <source>A batch of %1 needs %2 of GPU memory and %3 are free; %4</source>
        <translation>배치 %1에는 GPU 메모리 %2가 필요한데 %3가 남아 있습니다. %4</translation>
    </message>
    <message>
        <source>This GPU has no bf16 arithmetic (sm_%1%2; sm_80 is needed); choose fp32 or auto.</source>
        <translation>이 GPU에는 bf16 연산이 없습니다(sm_%1%2. sm_80이 필요함). fp32나 auto를 고르세요.</translation>
    </message>
    <message>
        <source>cuDNN failed while %1 (%2); if it happens again, choose device cpu.</source>
        <translation>cuDNN 오류입니다(작업: %1, 원인: %2). 다시 일어나면 장치를 cpu로 고르세요.</translation>
    </message>
    <message>
        <source>cuBLAS failed while %1 (%2); if it happens again, choose device cpu.</source>
        <translation>cuBLAS 오류입니다(작업: %1, 원인: %2). 다시 일어나면 장치를 cpu로 고르세요.</translation>
    </message>
    <message>
        <source>A response normalisation over %1 channels is more than the %2 the GPU backend supports in training.</source>
        <translation>채널 %1개에 걸친 응답 정규화는 GPU 백엔드가 학습에서 지원하는 %2개를 넘습니다.</translation>
    </message>
    <message>
        <source>This device takes the numbers of pictures, not the pictures; prepare them first.</source>
        <translation>이 장치는 그림이 아니라 그림의 숫자를 받습니다. 먼저 그림을 준비하세요.</translation>
    </message>
    <message>
        <source>Network %1 takes %2 pictures for an input of %3; %4 for %5×%6×%7 were given.</source>
        <translation>신경망 %1은 입력 %3에 맞는 그림 %2장을 받는데, %5×%6×%7용 그림 %4장이 주어졌습니다.</translation>
    </message>
    <message>
        <source>%1: %2 left out, %3 used with a remark; the first of them %4: %5</source>
        <translation>%1: %2개는 빠졌고 %3개는 참고할 점이 있지만 사용합니다. 첫째는 %4: %5</translation>
    </message>
    <message>
        <source>%1: %2 left out, the first of them %3: %4</source>
        <translation>%1: %2개가 빠졌습니다. 첫째는 %3: %4</translation>
    </message>
    <message>
        <source>%1: %2 used with a remark, the first of them %3: %4</source>
        <translation>%1: %2개는 참고할 점이 있지만 사용합니다. 첫째는 %3: %4</translation>
    </message>
    <message>
        <source>%1: left out is %2: %3</source>
        <translation>%1: 다음이 빠졌습니다. %2: %3</translation>
    </message>
    <message>
        <source>%1: used with a remark is %2: %3</source>
        <translation>%1: 다음은 참고할 점이 있지만 사용합니다. %2: %3</translation>
    </message>
    <message>
        <source>16 bits a colour, reduced to 8</source>
        <translation>색마다 16비트라 8비트로 줄임</translation>
    </message>
    <message>
        <source>CMYK colours; save it as RGB</source>
        <translation>CMYK 색입니다. RGB로 저장하세요</translation>
    </message>
    <message>
        <source>a GIF, which may be animated and is not read; save it as PNG</source>
        <translation>움직일 수 있어 읽지 않는 GIF입니다. PNG로 저장하세요</translation>
    </message>
    <message>
        <source>a HEIC, AVIF or video file, which is not read; save it as JPEG</source>
        <translation>읽지 않는 HEIC, AVIF 또는 동영상 파일입니다. JPEG로 저장하세요</translation>
    </message>
    <message>
        <source>a TIFF, which is not read; save it as PNG</source>
        <translation>읽지 않는 TIFF입니다. PNG로 저장하세요</translation>
    </message>
    <message>
        <source>a folder inside a class folder is not searched</source>
        <translation>클래스 폴더 안의 폴더는 찾아보지 않습니다</translation>
    </message>
    <message>
        <source>a lossless or hierarchical JPEG, which is not read</source>
        <translation>읽지 않는 무손실 또는 계층형 JPEG입니다</translation>
    </message>
    <message>
        <source>animated</source>
        <translation>움직이는 그림입니다</translation>
    </message>
    <message>
        <source>broken: it says it has no pixels</source>
        <translation>손상됨: 픽셀이 없다고 적혀 있습니다</translation>
    </message>
    <message>
        <source>broken: no JPEG marker where one should be</source>
        <translation>손상됨: 있어야 할 JPEG 표식이 없습니다</translation>
    </message>
    <message>
        <source>broken: no PNG header</source>
        <translation>손상됨: PNG 머리글이 없습니다</translation>
    </message>
    <message>
        <source>broken: no picture in the JPEG file</source>
        <translation>손상됨: JPEG 파일에 그림이 없습니다</translation>
    </message>
    <message>
        <source>broken: no picture in the PNG file</source>
        <translation>손상됨: PNG 파일에 그림이 없습니다</translation>
    </message>
    <message>
        <source>broken: no picture in the WebP file</source>
        <translation>손상됨: WebP 파일에 그림이 없습니다</translation>
    </message>
    <message>
        <source>does not hold ten class names; the usual ones are used</source>
        <translation>클래스 이름 열 개가 들어 있지 않아 보통의 이름을 씁니다</translation>
    </message>
    <message>
        <source>empty (0 bytes)</source>
        <translation>비어 있음(0바이트)</translation>
    </message>
    <message>
        <source>grey, used as RGB</source>
        <translation>흑백이라 RGB로 바꿈</translation>
    </message>
    <message>
        <source>has no t10k files, so there is no validation</source>
        <translation>t10k 파일이 없어 검증할 그림이 없습니다</translation>
    </message>
    <message>
        <source>it cannot be opened for reading</source>
        <translation>읽기 위해 열 수 없습니다</translation>
    </message>
    <message>
        <source>lies outside the class folders</source>
        <translation>클래스 폴더 밖에 있습니다</translation>
    </message>
    <message>
        <source>not a picture file that is known here (JPEG, PNG, WebP, BMP, PPM)</source>
        <translation>여기서 아는 그림 파일(JPEG, PNG, WebP, BMP, PPM)이 아닙니다</translation>
    </message>
    <message>
        <source>truncated</source>
        <translation>중간에 잘렸습니다</translation>
    </message>
    <message>
        <source>truncated, or a BMP of a kind that is not read</source>
        <translation>중간에 잘렸거나 읽지 않는 종류의 BMP입니다</translation>
    </message>
    <message>
        <source>%1 has no file %2.bin; give the folder that cifar-10-binary.tar.gz was unpacked to.</source>
        <translation>%1에 %2.bin 파일이 없습니다. cifar-10-binary.tar.gz를 푼 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>%1 is a device or a pipe; give the name of a file</source>
        <translation>%1은(는) 장치나 파이프입니다. 파일 이름을 지정하세요</translation>
    </message>
    <message>
        <source>%1 is a folder; give the name of a file in it</source>
        <translation>%1은(는) 폴더입니다. 그 안의 파일 이름을 지정하세요</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no file to write; give the name of one</source>
        <translation>&quot;%1&quot;에는 쓸 파일의 이름이 없습니다. 파일 이름을 지정하세요</translation>
    </message>
</context>
<context>
    <name>Example</name>
    <message>
        <source>The trained example cannot be unpacked in %1: is there room on the disk?</source>
        <translation>학습된 예제를 %1에 풀 수 없습니다. 디스크에 자리가 있나요?</translation>
    </message>
</context>
<context>
    <name>ExcitingPatches</name>
    <message>
        <source>The index has no patches of %1.</source>
        <translation>색인에 %1의 조각이 없습니다.</translation>
    </message>
    <message>
        <source>%1 has no unit %2.</source>
        <translation>%1에는 유닛 %2이(가) 없습니다.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>%1 cannot be written: figures go into files ending in .png, .svg or .pdf</source>
        <translation>%1: 저장할 수 없습니다. 그림은 .png, .svg, .pdf 파일에 저장합니다</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1: 저장할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 cannot be written: these numbers go into files ending in %2</source>
        <translation>%1: 저장할 수 없습니다. 이 수치는 확장자가 %2인 파일에 저장합니다</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export the figure of %1</source>
        <translation>그림으로 내보내기: %1</translation>
    </message>
    <message>
        <source>Export the run&apos;s past in %1 as an animation</source>
        <translation>%1에 보이는 실행 이력을 애니메이션으로 내보내기</translation>
    </message>
    <message>
        <source>%1 has no numbers to export yet.</source>
        <translation>%1에는 아직 내보낼 수치가 없습니다.</translation>
    </message>
    <message>
        <source>Export the numbers of %1</source>
        <translation>수치 내보내기: %1</translation>
    </message>
</context>
<context>
    <name>KnownWeights</name>
    <message>
        <source>Weights of %1: the network %2, %3 classes.</source>
        <translation>%1의 가중치: 신경망 %2, 클래스 %3개.</translation>
    </message>
    <message>
        <source>Press Run to go on learning with them on %1.</source>
        <translation>실행을 누르면 이 가중치에서 시작해 %1(으)로 이어서 학습합니다.</translation>
    </message>
</context>
<context>
    <name>LayerText</name>
    <message>
        <source>%1×%1, stride %2</source>
        <translation>%1×%1, 스트라이드 %2</translation>
    </message>
    <message>
        <source>%1, padding %2</source>
        <translation>%1, 패딩 %2</translation>
    </message>
    <message>
        <source>%1, in %2 groups</source>
        <translation>%1, 그룹 %2개</translation>
    </message>
    <message>
        <source>receptive field %1×%1: the whole picture</source>
        <translation>수용 영역 %1×%1: 그림 전체</translation>
    </message>
    <message>
        <source>receptive field %1×%1 pixels, stride %2</source>
        <translation>수용 영역 %1×%1 픽셀, 스트라이드 %2</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>합성곱</translation>
    </message>
    <message>
        <source>fully connected</source>
        <translation>완전 연결</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>response normalisation</source>
        <translation>응답 정규화</translation>
    </message>
    <message>
        <source>max pooling</source>
        <translation>최대 풀링</translation>
    </message>
    <message>
        <source>average pooling</source>
        <translation>평균 풀링</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>softmax and loss</source>
        <translation>소프트맥스와 손실</translation>
    </message>
    <message>
        <source>the network&apos;s input</source>
        <translation>신경망의 입력</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>매개변수 %1개</translation>
    </message>
    <message>
        <source>%1 multiply-adds a picture</source>
        <translation>그림 한 장에 곱셈-덧셈 %1회</translation>
    </message>
    <message>
        <source>load the next batch</source>
        <translation>다음 배치 읽기</translation>
    </message>
    <message>
        <source>forward through %1</source>
        <translation>%1 순전파</translation>
    </message>
    <message>
        <source>backward through %1</source>
        <translation>%1 역전파</translation>
    </message>
    <message>
        <source>update all weights</source>
        <translation>모든 가중치 갱신</translation>
    </message>
    <message>
        <source>test on validation pictures</source>
        <translation>검증 그림으로 테스트</translation>
    </message>
</context>
<context>
    <name>LayerWords</name>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, a convolution.&lt;/b&gt; Each number is its filter laid on the input: b + Σ w · x over %2 channels of %3×%4 positions, that is %5 products, at stride %6.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1, 합성곱.&lt;/b&gt; 필터를 입력에 겹쳐 값을 하나씩 얻습니다. b + Σ w · x를 채널 %2개의 %3×%4 위치에 걸쳐 계산하므로 곱은 %5개이고, 스트라이드는 %6입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The filters are in %1 groups: each sees only its own group&apos;s channels, as on the paper&apos;s two GPUs (§3.5, Figure 2).&lt;/p&gt;</source>
        <translation>&lt;p&gt;필터는 그룹 %1개로 나뉩니다. 논문에서 GPU 두 개를 썼을 때처럼, 각 필터는 자기 그룹의 채널만 봅니다(§3.5, 그림 2).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, fully connected.&lt;/b&gt; Each number is b + Σ w · x over all %2 inputs; the layer has %3 weights (§3.5).&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1, 완전 연결.&lt;/b&gt; 각 값은 입력 %2개 전체에 걸친 b + Σ w · x입니다. 이 층의 가중치는 %3개입니다(§3.5).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, ReLU.&lt;/b&gt; f(x) = max(0, x): what is negative becomes 0, the rest stays. It does not saturate, and a network with it learns several times faster than one with tanh (§3.1, Figure 1).&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1, ReLU.&lt;/b&gt; f(x) = max(0, x): 음수는 0이 되고 나머지는 그대로 남습니다. 포화되지 않으므로, ReLU를 쓴 신경망은 tanh를 쓴 것보다 몇 배 빨리 학습합니다(§3.1, 그림 1).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, tanh.&lt;/b&gt; f(x) = tanh(x), between −1 and 1. It saturates: where |x| is large, hardly any gradient passes (§3.1).&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1, tanh.&lt;/b&gt; f(x) = tanh(x)이며 −1과 1 사이의 값입니다. 포화되는 함수여서 |x|가 큰 곳에서는 기울기가 거의 전달되지 않습니다(§3.1).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, sigmoid.&lt;/b&gt; f(x) = 1 / (1 + e&lt;sup&gt;−x&lt;/sup&gt;), between 0 and 1. It saturates on both sides (§3.1).&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1, 시그모이드.&lt;/b&gt; f(x) = 1 / (1 + e&lt;sup&gt;−x&lt;/sup&gt;)이며 0과 1 사이의 값입니다. 양쪽에서 모두 포화됩니다(§3.1).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, local response normalisation.&lt;/b&gt; b = a / (k + %2 Σ a²)&lt;sup&gt;β&lt;/sup&gt; over n = %3 neighbouring channels at the same place, with k = %4, α = %5, β = %6: strong neighbours hold a unit down (§3.3).&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1, 지역 응답 정규화.&lt;/b&gt; 같은 자리에 있는 이웃 채널 n = %3개에 걸쳐 b = a / (k + %2 Σ a²)&lt;sup&gt;β&lt;/sup&gt;를 계산합니다. k = %4, α = %5, β = %6입니다. 이웃이 강하면 유닛의 값이 억제됩니다(§3.3).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>the mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, pooling.&lt;/b&gt; Each number is %2 of a window of %3×%3, one window every %4 positions.</source>
        <translation>&lt;p&gt;&lt;b&gt;%1, 풀링.&lt;/b&gt; 각 값은 %3×%3 창의 %2이며, 창은 %4칸마다 하나씩 놓입니다.</translation>
    </message>
    <message>
        <source> The windows overlap (§3.4).</source>
        <translation> 창끼리 겹칩니다(§3.4).</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, dropout.&lt;/b&gt; In training each unit is set to 0 with probability %2; in test mode every unit is multiplied by %3 (§4.2).&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1, 드롭아웃.&lt;/b&gt; 학습할 때는 각 유닛이 %2의 확률로 0이 됩니다. 테스트 모드에서는 모든 유닛에 %3을(를) 곱합니다(§4.2).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, dropout.&lt;/b&gt; In training each unit is set to 0 with probability %2 and the others are multiplied by %3; in test mode nothing happens (§4.2).&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1, 드롭아웃.&lt;/b&gt; 학습할 때는 각 유닛이 %2의 확률로 0이 되고, 나머지 유닛에는 %3을(를) 곱합니다. 테스트 모드에서는 아무것도 하지 않습니다(§4.2).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1, softmax.&lt;/b&gt; p = e&lt;sup&gt;x&lt;/sup&gt; / Σ e&lt;sup&gt;x&lt;/sup&gt; over %2 classes; the loss of a picture is −ln p of its true class (§3.5).&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1, 소프트맥스.&lt;/b&gt; 클래스 %2개에 걸쳐 p = e&lt;sup&gt;x&lt;/sup&gt; / Σ e&lt;sup&gt;x&lt;/sup&gt;를 계산합니다. 그림 한 장의 손실은 정답 클래스의 −ln p입니다(§3.5).&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>NetworkTitle</name>
    <message>
        <source>A small AlexNet</source>
        <translation>작은 AlexNet</translation>
    </message>
    <message>
        <source>AlexNet for CIFAR-10</source>
        <translation>CIFAR-10용 AlexNet</translation>
    </message>
    <message>
        <source>AlexNet without groups</source>
        <translation>그룹 없는 AlexNet</translation>
    </message>
    <message>
        <source>AlexNet, BVLC Caffe</source>
        <translation>AlexNet, BVLC Caffe</translation>
    </message>
    <message>
        <source>AlexNet, the paper (2012)</source>
        <translation>AlexNet, 논문 (2012)</translation>
    </message>
    <message>
        <source>AlexNet, the source code of 2012</source>
        <translation>AlexNet, 2012년의 소스 코드</translation>
    </message>
    <message>
        <source>AlexNet, torchvision</source>
        <translation>AlexNet, torchvision</translation>
    </message>
    <message>
        <source>CaffeNet</source>
        <translation>CaffeNet</translation>
    </message>
    <message>
        <source>LeNet-5 (1998)</source>
        <translation>LeNet-5 (1998)</translation>
    </message>
    <message>
        <source>Mini-AlexNet</source>
        <translation>Mini-AlexNet</translation>
    </message>
    <message>
        <source>cuda-convnet&apos;s 80-second net for CIFAR-10</source>
        <translation>cuda-convnet의 CIFAR-10용 80초 신경망</translation>
    </message>
</context>
<context>
    <name>PictureName</name>
    <message>
        <source>training texture %1</source>
        <translation>학습 텍스처 %1</translation>
    </message>
    <message>
        <source>validation texture %1</source>
        <translation>검증 텍스처 %1</translation>
    </message>
</context>
<context>
    <name>PieceName</name>
    <message>
        <source>load a batch</source>
        <translation>배치 읽기</translation>
    </message>
    <message>
        <source>%1 forward</source>
        <translation>%1 순전파</translation>
    </message>
    <message>
        <source>%1 backward</source>
        <translation>%1 역전파</translation>
    </message>
    <message>
        <source>update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>다음: %1</translation>
    </message>
    <message>
        <source>Done: %1; next: %2</source>
        <translation>완료: %1, 다음: %2</translation>
    </message>
</context>
<context>
    <name>RecipeWords</name>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>%1 iterations</source>
        <translation>반복 %1회</translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation>%1에폭</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>÷%1 at epoch %2</source>
        <translation>에폭 %2에서 ÷%1</translation>
    </message>
    <message>
        <source>÷%1 after %2 validations without gain, up to %3 times</source>
        <translation>검증 %2회 동안 나아지지 않으면 ÷%1, 최대 %3회</translation>
    </message>
    <message>
        <source>%1, %2 pixels padded</source>
        <translation>%1, 패딩 %2픽셀</translation>
    </message>
    <message>
        <source>the last %1 epochs</source>
        <translation>마지막 %1에폭</translation>
    </message>
    <message>
        <source>never</source>
        <translation>안 함</translation>
    </message>
    <message>
        <source>every %1 epochs</source>
        <translation>%1에폭마다</translation>
    </message>
    <message>
        <source>Pictures a batch</source>
        <translation>배치당 그림 수</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>학습 길이</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Random crops</source>
        <translation>무작위 자르기</translation>
    </message>
    <message>
        <source>Reflections</source>
        <translation>좌우 반전</translation>
    </message>
    <message>
        <source>Colour noise</source>
        <translation>색 잡음</translation>
    </message>
    <message>
        <source>Crops and noise end</source>
        <translation>자르기·잡음 끄기</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>frozen: %1</source>
        <translation>동결: %1</translation>
    </message>
    <message>
        <source>all alike</source>
        <translation>모두 같음</translation>
    </message>
    <message>
        <source>Layers learn</source>
        <translation>층별 학습</translation>
    </message>
</context>
<context>
    <name>RunChecks</name>
    <message>
        <source>Data: choose the packed file.</source>
        <translation>데이터: 묶음 파일을 고르세요.</translation>
    </message>
    <message>
        <source>Data: choose the folder.</source>
        <translation>데이터: 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Data: there is no %1.</source>
        <translation>데이터: %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Data: %1 is not a file; a packed file is wanted.</source>
        <translation>데이터: %1은(는) 파일이 아닙니다. 묶음 파일이 필요합니다.</translation>
    </message>
    <message>
        <source>Data: %1 is not a folder.</source>
        <translation>데이터: %1은(는) 폴더가 아닙니다.</translation>
    </message>
    <message>
        <source>Data: %1 has no data_batch_1.bin; choose the folder of CIFAR-10&apos;s binary version.</source>
        <translation>데이터: %1에 data_batch_1.bin이 없습니다. CIFAR-10 이진 버전의 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Data: %1 has no IDX files, such as train-images-idx3-ubyte.</source>
        <translation>데이터: %1에 train-images-idx3-ubyte 같은 IDX 파일이 없습니다.</translation>
    </message>
    <message>
        <source>Data: %1 has no folders in it; one folder of pictures a class is wanted.</source>
        <translation>데이터: %1 안에 폴더가 없습니다. 클래스마다 그림 폴더가 하나씩 있어야 합니다.</translation>
    </message>
    <message>
        <source>Weights: there is no file %1.</source>
        <translation>가중치: 파일 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation>가중치: %1</translation>
    </message>
    <message>
        <source>Record: choose a folder, or switch recording off.</source>
        <translation>기록: 폴더를 고르거나 기록을 끄세요.</translation>
    </message>
    <message>
        <source>Record: write the whole path of the folder, from / on.</source>
        <translation>기록: 폴더의 전체 경로를 /부터 쓰세요.</translation>
    </message>
    <message>
        <source>Record: %1 is a file; choose a folder.</source>
        <translation>기록: %1은(는) 파일입니다. 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Record: %1 holds a run already; choose another folder, or open that run.</source>
        <translation>기록: %1에는 이미 실행이 들어 있습니다. 다른 폴더를 고르거나 그 실행을 여세요.</translation>
    </message>
    <message>
        <source>Record: nothing can be written in %1.</source>
        <translation>기록: %1에 아무것도 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Weights: choose a file or the folder of a run.</source>
        <translation>가중치: 파일이나 실행 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>by the classes</source>
        <translation>클래스에 따라</translation>
    </message>
    <message>
        <source>%1 is taken where the data have the same classes, else made new from the seed</source>
        <translation>데이터의 클래스가 같으면 %1의 가중치를 가져오고, 다르면 시드로 새로 만듭니다</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>가져옴</translation>
    </message>
    <message>
        <source>The weights of %1 are taken</source>
        <translation>%1의 가중치를 가져옵니다</translation>
    </message>
    <message>
        <source>new classes</source>
        <translation>새 클래스</translation>
    </message>
    <message>
        <source>%1 is made new from the seed, for the classes of the data</source>
        <translation>%1은(는) 데이터의 클래스에 맞추어 시드로 새로 만듭니다</translation>
    </message>
    <message>
        <source>another shape</source>
        <translation>모양 다름</translation>
    </message>
    <message>
        <source>%1 is drawn from the seed: its weights are %2 in the file, but %3 in the network</source>
        <translation>%1의 가중치는 시드로 뽑습니다: 모양이 파일에서는 %2, 신경망에서는 %3입니다</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1 is drawn from the seed: the file has no weights for it</source>
        <translation>%1의 가중치는 시드로 뽑습니다: 파일에 이 층의 가중치가 없습니다</translation>
    </message>
</context>
<context>
    <name>RunField</name>
    <message>
        <source>network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>weights from</source>
        <translation>가중치 출처</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>가중치 감쇠</translation>
    </message>
    <message>
        <source>epochs between validations</source>
        <translation>검증 간격(에폭)</translation>
    </message>
    <message>
        <source>last epochs without augmentation</source>
        <translation>증강 없는 마지막 에폭 수</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>학습률 계획</translation>
    </message>
    <message>
        <source>divisor of the learning rate</source>
        <translation>학습률을 나누는 수</translation>
    </message>
    <message>
        <source>divided at epochs</source>
        <translation>학습률을 나누는 에폭</translation>
    </message>
    <message>
        <source>patience</source>
        <translation>참는 횟수(patience)</translation>
    </message>
    <message>
        <source>most divisions</source>
        <translation>최대 나눗셈 횟수</translation>
    </message>
    <message>
        <source>random crops</source>
        <translation>무작위 자르기</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>reflections</source>
        <translation>좌우 반전</translation>
    </message>
    <message>
        <source>colour noise</source>
        <translation>색 잡음</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켬</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>in steps</source>
        <translation>단계별</translation>
    </message>
    <message>
        <source>on a plateau</source>
        <translation>정체될 때</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>%1, by hand</source>
        <translation>%1, 직접 변경</translation>
    </message>
    <message>
        <source>factors on the learning rate</source>
        <translation>학습률 배수</translation>
    </message>
</context>
<context>
    <name>Scene</name>
    <message>
        <source>a text</source>
        <translation>글자</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1에서 %2까지의 정수</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>%1: field %2 has to be %3; save the scene again</source>
        <translation>%1: %2 항목의 값은 %3여야 합니다. 장면을 다시 저장하세요</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1: 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 is no scene: scenes are smaller than %2 bytes</source>
        <translation>%1: 장면 파일이 아닙니다. 장면 파일은 %2바이트보다 작습니다</translation>
    </message>
    <message>
        <source>%1 is no scene: %2 at byte %3</source>
        <translation>%1: 장면 파일이 아닙니다: %3번째 바이트에서 %2</translation>
    </message>
    <message>
        <source>%1 is no scene: Scene → Save scene… makes them</source>
        <translation>%1: 장면 파일이 아닙니다. 장면 파일은 장면 메뉴에서 저장합니다</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1: 저장할 수 없습니다: %2</translation>
    </message>
</context>
<context>
    <name>TensorSource</name>
    <message>
        <source>This run is only shown as it ended. Press Run to train one of your own: its first iteration makes gradients and updates.</source>
        <translation>이 실행은 끝난 상태로만 표시됩니다. 직접 학습하려면 실행을 누르세요. 첫 반복에서 기울기와 갱신이 생깁니다.</translation>
    </message>
    <message>
        <source>Nothing goes backward to %1: it and all layers below it are frozen.</source>
        <translation>역전파가 %1까지 가지 않습니다: 이 층과 그 아래 층이 모두 동결되어 있습니다.</translation>
    </message>
</context>
<context>
    <name>TextureClass</name>
    <message>
        <source>checkers</source>
        <translation>체크무늬</translation>
    </message>
    <message>
        <source>rings</source>
        <translation>고리</translation>
    </message>
    <message>
        <source>dots</source>
        <translation>점</translation>
    </message>
    <message>
        <source>polygons</source>
        <translation>다각형</translation>
    </message>
    <message>
        <source>blobs</source>
        <translation>얼룩</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>그러데이션</translation>
    </message>
    <message>
        <source>dead leaves</source>
        <translation>낙엽</translation>
    </message>
    <message>
        <source>level stripes</source>
        <translation>가로줄</translation>
    </message>
    <message>
        <source>upright stripes</source>
        <translation>세로줄</translation>
    </message>
    <message>
        <source>slanted stripes</source>
        <translation>빗금</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ActivationsPanel</name>
    <message>
        <source>Of this moment the maps of %1 were not recorded.</source>
        <translation>이 시점에는 %1의 맵이 기록되지 않았습니다.</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>활성값</translation>
    </message>
    <message>
        <source>unit %1: %2</source>
        <translation>유닛 %1: %2</translation>
    </message>
    <message>
        <source>channel %1 at x %2, y %3: %4 · sees x %5 to %6, y %7 to %8</source>
        <translation>채널 %1의 x %2, y %3: %4 · 보는 범위 x %5~%6, y %7~%8</translation>
    </message>
    <message>
        <source>Start a run to see what its layers answer to a picture.</source>
        <translation>실행을 시작하면 각 층이 그림에 어떻게 반응하는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The backward pass of this step has not come to %1 yet. Step on (F7), and its gradients appear.</source>
        <translation>이 단계의 역전파가 아직 %1에 이르지 않았습니다. 한 걸음씩 나아가면(F7) 기울기가 나타납니다.</translation>
    </message>
    <message>
        <source>This step has not computed %1 yet. Step on (F7), and its maps appear.</source>
        <translation>이 단계에서 %1은(는) 아직 계산되지 않았습니다. 한 걸음씩 나아가면(F7) 맵이 나타납니다.</translation>
    </message>
    <message>
        <source>There is no picture yet. Open a run with pictures, or drop one of your own on the window.</source>
        <translation>아직 그림이 없습니다. 그림이 있는 실행을 열거나, 갖고 있는 그림을 창에 끌어다 놓으세요.</translation>
    </message>
    <message>
        <source>The maps of %1 come with the next look at the device.</source>
        <translation>%1의 맵은 다음에 장치를 들여다볼 때 나타납니다.</translation>
    </message>
    <message>
        <source>The maps of %1 are too many to be shown at once.</source>
        <translation>%1의 맵은 너무 많아 한꺼번에 보여 줄 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 units are 0</source>
        <translation>유닛 %2개 중 %1개가 0</translation>
    </message>
    <message>
        <source>%1 of %2 maps are dead (all 0)</source>
        <translation>맵 %2개 중 %1개가 죽음 (모두 0)</translation>
    </message>
    <message>
        <source>training mode</source>
        <translation>학습 모드</translation>
    </message>
    <message>
        <source>test mode</source>
        <translation>테스트 모드</translation>
    </message>
    <message>
        <source>A picture of the step&apos;s own batch: cropped and mirrored at random, dropout draws</source>
        <translation>이 단계의 배치에 든 그림: 무작위로 자르고 좌우 반전하며, 드롭아웃은 유닛을 뽑습니다</translation>
    </message>
    <message>
        <source>The pinned picture: centre crop, dropout scales instead of drawing</source>
        <translation>고정한 그림: 가운데를 잘라 쓰고, 드롭아웃은 뽑지 않고 값을 줄입니다</translation>
    </message>
    <message>
        <source>picture %1 of %2 in the batch (number %3 of the set)%4</source>
        <translation>배치의 그림 %2장 중 %1번 (데이터에서 %3번)%4</translation>
    </message>
    <message>
        <source>, mirrored</source>
        <translation>, 좌우 반전</translation>
    </message>
    <message>
        <source>%1 units, iteration %2</source>
        <translation>유닛 %1개, 반복 %2</translation>
    </message>
    <message>
        <source>%1 maps of %2×%3, iteration %4</source>
        <translation>%2×%3 맵 %1개, 반복 %4</translation>
    </message>
    <message>
        <source>Click a unit in a map: how its number comes about is written out here.</source>
        <translation>맵에서 유닛을 클릭하면 그 값이 어떻게 나오는지 여기에 풀어서 보여 줍니다.</translation>
    </message>
    <message>
        <source>The operands of %1 are not there in this step: they are still to be computed, or live inside a fused kernel. Step layer by layer (F7), or choose the pinned picture.</source>
        <translation>이 단계에는 %1의 피연산자가 없습니다. 아직 계산되지 않았거나 융합 커널 안에만 있습니다. 층 단위로 한 걸음씩 나아가거나(F7) 고정한 그림을 고르세요.</translation>
    </message>
    <message>
        <source>The calculation comes with the next look at the device.</source>
        <translation>계산 과정은 다음에 장치를 들여다볼 때 나타납니다.</translation>
    </message>
    <message>
        <source>red</source>
        <translation>빨강</translation>
    </message>
    <message>
        <source>green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; What every unit of a layer answers to one picture: a tile a channel, bright or orange where it answers strongly. The square framed in the picture is what the unit under the mouse sees of it. Click a unit, and the calculation of its number is written out.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 그림 한 장에 대한 층의 모든 유닛의 반응입니다. 채널마다 타일이 하나씩 있고, 강하게 반응하는 곳은 밝거나 주황색입니다. 그림에 테두리로 표시한 사각형은 마우스 아래의 유닛이 보는 부분입니다. 유닛을 클릭하면 그 값의 계산 과정을 풀어서 보여 줍니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;A unit of %1 sees the whole picture.&lt;/p&gt;</source>
        <translation>&lt;p&gt;%1의 유닛은 그림 전체를 봅니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;A unit of %1 sees %2×%2 pixels; its neighbour sees a square %3 pixels further.&lt;/p&gt;</source>
        <translation>&lt;p&gt;%1의 유닛은 %2×%2 픽셀을 봅니다. 이웃 유닛은 %3픽셀 옆의 사각형을 봅니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Maps of early layers still look like the picture: edges and colours at their places. Later ones are coarse and sparse, and few units answer. Crossed out are dead units: 0 everywhere for this picture. After a ReLU that is common; a unit that is dead for every picture no longer learns.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Test mode&lt;/b&gt; is the pinned picture as a finished network would see it. &lt;b&gt;Training mode&lt;/b&gt; is a picture of the step under way: randomly cropped and mirrored, and dropout draws its lots.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 앞쪽 층의 맵은 아직 그림과 닮아서, 윤곽과 색이 제자리에 있습니다. 뒤쪽 층의 맵은 거칠고 희소하며, 반응하는 유닛이 적습니다. ×표는 죽은 유닛, 곧 이 그림에서 모든 곳이 0인 유닛입니다. ReLU 뒤에서는 흔한 일이지만, 모든 그림에서 죽어 있는 유닛은 더 이상 학습하지 않습니다.&lt;/p&gt;&lt;p&gt;&lt;b&gt;테스트 모드&lt;/b&gt;는 완성된 신경망이 보게 될 방식으로 본 고정한 그림입니다. &lt;b&gt;학습 모드&lt;/b&gt;는 진행 중인 단계의 그림입니다. 무작위로 자르고 좌우 반전하며, 드롭아웃은 끌 유닛을 무작위로 뽑습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>gradients of %1</source>
        <translation>%1의 기울기</translation>
    </message>
    <message>
        <source>picture %1 of the batch, training mode</source>
        <translation>배치의 그림 %1, 학습 모드</translation>
    </message>
    <message>
        <source>%1, test mode</source>
        <translation>%1, 테스트 모드</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>이전 층</translation>
    </message>
    <message>
        <source>The layer before (%1)</source>
        <translation>바로 앞의 층 (%1)</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>다음 층</translation>
    </message>
    <message>
        <source>The layer after (%1)</source>
        <translation>바로 뒤의 층 (%1)</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>이전 그림</translation>
    </message>
    <message>
        <source>The picture before (%1)</source>
        <translation>바로 앞의 그림 (%1)</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>다음 그림</translation>
    </message>
    <message>
        <source>The next picture (%1)</source>
        <translation>다음 그림 (%1)</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>The layer whose maps are shown (%1, %2)</source>
        <translation>맵을 보여 줄 층 (%1, %2)</translation>
    </message>
    <message>
        <source>Pinned picture</source>
        <translation>고정한 그림</translation>
    </message>
    <message>
        <source>The pinned picture, in test mode</source>
        <translation>고정한 그림, 테스트 모드</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Picture of the batch</source>
        <translation>배치의 그림</translation>
    </message>
    <message>
        <source>A picture of the step under way, in training mode. Step layer by layer (F7) to see it: in a free run some layers live only inside a fused kernel.</source>
        <translation>진행 중인 단계의 그림을 학습 모드로 봅니다. 층 단위로 한 걸음씩 나아가면(F7) 볼 수 있습니다. 멈추지 않고 학습할 때는 일부 층이 융합 커널 안에만 있습니다.</translation>
    </message>
    <message>
        <source>Which picture of the batch</source>
        <translation>배치의 몇 번째 그림인지</translation>
    </message>
    <message>
        <source>Which picture of the batch (%1, %2)</source>
        <translation>배치의 몇 번째 그림인지 (%1, %2)</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>Activations or gradients</source>
        <translation>활성값 또는 기울기</translation>
    </message>
    <message>
        <source>The maps, or how the loss changes with them (∂L/∂a) once the backward pass has come to the layer</source>
        <translation>맵, 또는 역전파가 이 층에 이른 뒤에는 맵에 따른 손실의 변화(∂L/∂a)</translation>
    </message>
    <message>
        <source>Scale: layer</source>
        <translation>눈금: 층 전체</translation>
    </message>
    <message>
        <source>Scale: each tile</source>
        <translation>눈금: 타일마다</translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation>색의 눈금</translation>
    </message>
    <message>
        <source>One scale for the layer keeps relative strength visible; one for each tile shows weak maps too</source>
        <translation>층 전체에 같은 눈금을 쓰면 상대적인 세기가 보이고, 타일마다 눈금을 쓰면 약한 맵도 보입니다</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>죽은 유닛</translation>
    </message>
    <message>
        <source>Units that are 0 everywhere for this picture</source>
        <translation>이 그림에서 모든 곳이 0인 유닛</translation>
    </message>
    <message>
        <source>The arithmetic</source>
        <translation>계산 과정</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>맵</translation>
    </message>
    <message>
        <source>The picture as the network gets it</source>
        <translation>신경망에 들어가는 그대로의 그림</translation>
    </message>
    <message>
        <source>Value under the mouse</source>
        <translation>마우스 아래의 값</translation>
    </message>
    <message>
        <source>What the maps are of</source>
        <translation>맵의 내용</translation>
    </message>
    <message>
        <source>Test or training mode</source>
        <translation>테스트 모드 또는 학습 모드</translation>
    </message>
    <message>
        <source>Name of the picture</source>
        <translation>그림 이름</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>정답 클래스</translation>
    </message>
    <message>
        <source>the picture pinned at that time</source>
        <translation>그때 고정한 그림</translation>
    </message>
    <message>
        <source>How a number came about is not recorded. Back to now (Esc), and it is written out.</source>
        <translation>수가 어떻게 나왔는지는 기록되지 않습니다. 지금으로 돌아가면(Esc) 풀이가 나옵니다.</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::Animation</name>
    <message>
        <source>The animation was given up: another run has begun.</source>
        <translation>다른 실행이 시작되어 애니메이션을 중단했습니다.</translation>
    </message>
    <message>
        <source>There is no past to export yet: let the run train for a moment.</source>
        <translation>아직 내보낼 이력이 없습니다. 잠시 학습을 진행하세요.</translation>
    </message>
    <message>
        <source>The animation was given up: its view is gone.</source>
        <translation>화면이 닫혀 애니메이션을 중단했습니다.</translation>
    </message>
    <message>
        <source>None of the moments can be read any more; nothing was written.</source>
        <translation>읽을 수 있는 시점이 더 이상 없어 아무것도 쓰지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ArithmeticView</name>
    <message>
        <source>Operands</source>
        <translation>피연산자</translation>
    </message>
    <message>
        <source>Contributions, the largest first</source>
        <translation>기여도, 큰 것부터</translation>
    </message>
    <message>
        <source>The calculation</source>
        <translation>계산 과정</translation>
    </message>
    <message>
        <source>What the device computed</source>
        <translation>장치가 계산한 값</translation>
    </message>
    <message>
        <source>The chosen cell</source>
        <translation>선택한 칸</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::AugmentationPanel</name>
    <message>
        <source>The versions appear as soon as a run is open and a picture pinned.</source>
        <translation>실행을 열고 그림을 고정하면 변형된 그림이 나타납니다.</translation>
    </message>
    <message>
        <source>Pause and step into an iteration (F7) to see a picture of the batch as it was really transformed.</source>
        <translation>일시정지하고 반복 안으로 한 걸음 들어가면(F7) 배치의 그림이 실제로 어떻게 변환되었는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>picture of the training set</source>
        <translation>학습 데이터의 그림</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>좌우 반전</translation>
    </message>
    <message>
        <source>red shift</source>
        <translation>빨강 변화량</translation>
    </message>
    <message>
        <source>green shift</source>
        <translation>초록 변화량</translation>
    </message>
    <message>
        <source>blue shift</source>
        <translation>파랑 변화량</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>증강</translation>
    </message>
    <message>
        <source>%1 mirrored</source>
        <translation>%1, 좌우 반전</translation>
    </message>
    <message>
        <source>colours as they are</source>
        <translation>색은 그대로</translation>
    </message>
    <message>
        <source>upper left</source>
        <translation>왼쪽 위</translation>
    </message>
    <message>
        <source>upper right</source>
        <translation>오른쪽 위</translation>
    </message>
    <message>
        <source>lower left</source>
        <translation>왼쪽 아래</translation>
    </message>
    <message>
        <source>lower right</source>
        <translation>오른쪽 아래</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>가운데</translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation>샘플 %1</translation>
    </message>
    <message>
        <source>Offset of the crop (x, y)</source>
        <translation>자른 위치 (x, y)</translation>
    </message>
    <message>
        <source>Offset (x, y), and what is added to R, G, B</source>
        <translation>자른 위치 (x, y)와 R, G, B에 더한 값</translation>
    </message>
    <message>
        <source>Offset of the crop (x, y), and which sample</source>
        <translation>자른 위치 (x, y)와 샘플 번호</translation>
    </message>
    <message>
        <source>%1×%1, crops of %2×%2</source>
        <translation>%1×%1, %2×%2 크기로 자르기</translation>
    </message>
    <message>
        <source>%1 as training samples %2 to %3 with seed %4 are transformed</source>
        <translation>%1: 시드 %4에서 학습 샘플 %2~%3이(가) 변환되는 방식으로</translation>
    </message>
    <message>
        <source>%1: the ten crops whose predictions are averaged in a test</source>
        <translation>%1: 테스트에서 예측을 평균하는, 자른 그림 열 장</translation>
    </message>
    <message>
        <source>Picture %1 of %2 of this step&apos;s batch: %3 (%4)</source>
        <translation>이 단계의 배치 그림 %2장 중 %1번: %3 (%4)</translation>
    </message>
    <message>
        <source>the same, number for number</source>
        <translation>모든 값이 똑같음</translation>
    </message>
    <message>
        <source>largest difference %1</source>
        <translation>가장 큰 차이 %1</translation>
    </message>
    <message>
        <source>What the network gets</source>
        <translation>신경망에 들어가는 것</translation>
    </message>
    <message>
        <source>Made anew from the picture</source>
        <translation>원본 그림에서 다시 만든 것</translation>
    </message>
    <message>
        <source>No random crops: always the %1×%1 pixels in the centre of %2×%2.</source>
        <translation>무작위 자르기를 하지 않습니다. 항상 %2×%2의 가운데 %1×%1 픽셀을 씁니다.</translation>
    </message>
    <message>
        <source>No random crops: the crop is as large as the picture (%1×%1).</source>
        <translation>무작위 자르기를 하지 않습니다. 자를 크기가 그림 크기와 같습니다(%1×%1).</translation>
    </message>
    <message>
        <source>Crops of %1×%1 at one of %3×%3 places of %2×%2 with a rim of %4 pixels.</source>
        <translation>%2×%2 둘레에 %4픽셀의 테두리를 두르고, %3×%3개 위치 중 한 곳에서 %1×%1 크기로 자릅니다.</translation>
    </message>
    <message>
        <source>Crops of %1×%1 at one of %3×%3 places of %2×%2.</source>
        <translation>%2×%2에서 %3×%3개 위치 중 한 곳을 %1×%1 크기로 자릅니다.</translation>
    </message>
    <message>
        <source>Mirrored half of the time.</source>
        <translation>절반의 확률로 좌우 반전합니다.</translation>
    </message>
    <message>
        <source>No reflections.</source>
        <translation>좌우 반전은 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Colours shifted along the axes of the set by N(0, %1) standard deviations each.</source>
        <translation>색은 데이터의 색 축마다 표준편차의 N(0, %1)배만큼 옮깁니다.</translation>
    </message>
    <message>
        <source>No colour noise.</source>
        <translation>색 잡음은 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Crops and colour noise end %1 epochs before the run does.</source>
        <translation>자르기와 색 잡음은 실행이 끝나기 %1에폭 전에 멈춥니다.</translation>
    </message>
    <message>
        <source>R, G, B</source>
        <translation>R, G, B</translation>
    </message>
    <message>
        <source>noise σ</source>
        <translation>잡음 σ</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The pinned picture, brought to a square, and the frames in which crops are cut; beside it these crops as the network gets them, mirrored and with shifted colours, each with its numbers. They are the very transforms that this run&apos;s seed gives to its training samples.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 고정한 그림을 정사각형으로 맞춘 것과 잘라 내는 자리를 나타내는 테두리입니다. 그 옆은 잘라 낸 조각을 신경망이 받는 그대로, 곧 좌우로 뒤집고 색을 옮겨서 저마다의 수치와 함께 보여 줍니다. 이 실행의 시드가 학습 표본에 실제로 적용하는 바로 그 변환입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;%1×%1 places%2 make %3 versions of every picture; in the paper 32·32·2 = 2,048.&lt;/p&gt;</source>
        <translation>&lt;p&gt;자르는 자리 %1×%1곳%2에서 그림마다 %3가지 변형이 나옵니다. 논문에서는 32·32·2 = 2,048가지입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>, mirrored or not,</source>
        <translation>과 좌우 반전 여부</translation>
    </message>
    <message>
        <source>&lt;p&gt;The cloud is made of pixels of the training set, the axes are the principal axes of its colours, two standard deviations to either side. To a picture is added Σ p&lt;sub&gt;i&lt;/sub&gt; α&lt;sub&gt;i&lt;/sub&gt; λ&lt;sub&gt;i&lt;/sub&gt;: p&lt;sub&gt;i&lt;/sub&gt; the axes, α&lt;sub&gt;i&lt;/sub&gt; drawn anew for every picture from N(0, 0.1) in the paper, λ&lt;sub&gt;i&lt;/sub&gt; here the standard deviation along the axis, as in the code of 2012 (the printed eigenvalue, its square, would drown the picture).&lt;/p&gt;&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; The first axis is nearly grey: brightness varies most, so the noise is mostly a change of light. All versions keep their label: that is why they help against overfitting.&lt;/p&gt;&lt;p&gt;§4.1. Without crops and reflections the network overfits badly; the colour noise took more than 1 % off the top-1 error. In a test the predictions of ten crops are averaged: four corners, the centre, and their mirrors.&lt;/p&gt;</source>
        <translation>&lt;p&gt;구름은 학습 데이터의 픽셀이고, 축은 그 색의 주축이며 양쪽으로 표준편차의 두 배까지 그렸습니다. 그림에는 Σ p&lt;sub&gt;i&lt;/sub&gt; α&lt;sub&gt;i&lt;/sub&gt; λ&lt;sub&gt;i&lt;/sub&gt;를 더합니다. p&lt;sub&gt;i&lt;/sub&gt;는 축이고, α&lt;sub&gt;i&lt;/sub&gt;는 그림마다 새로 뽑으며 논문에서는 N(0, 0.1)에서 뽑습니다. λ&lt;sub&gt;i&lt;/sub&gt;는 여기서 2012년의 코드처럼 축 방향의 표준편차입니다(논문에 적힌 고윳값은 그 제곱이라 그림을 파묻어 버립니다).&lt;/p&gt;&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 첫째 축은 거의 회색입니다. 밝기가 가장 크게 변하므로 색 잡음은 대부분 빛의 변화입니다. 모든 변형은 레이블이 그대로입니다. 그래서 과적합을 줄이는 데 도움이 됩니다.&lt;/p&gt;&lt;p&gt;§4.1. 자르기와 좌우 반전이 없으면 신경망은 심하게 과적합합니다. 색 잡음은 top-1 오류율을 1 % 넘게 낮추었습니다. 테스트에서는 조각 열 개, 곧 네 모서리와 가운데, 그리고 이들을 좌우로 뒤집은 조각의 예측을 평균합니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>In this run: %1</source>
        <translation>이 실행에서: %1</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Random crops, reflections and colours of the pinned picture (T changes)</source>
        <translation>고정한 그림을 무작위로 자르고 뒤집고 색을 바꾼 변형 (T로 전환)</translation>
    </message>
    <message>
        <source>Test: ten crops</source>
        <translation>테스트: 조각 열 개</translation>
    </message>
    <message>
        <source>The ten crops of the pinned picture that a test averages (T changes)</source>
        <translation>테스트에서 평균하는, 고정한 그림의 조각 열 개 (T로 전환)</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>이번 걸음</translation>
    </message>
    <message>
        <source>A picture of the step&apos;s own batch as it was really transformed (T changes)</source>
        <translation>이번 걸음의 배치에 든 그림을 실제로 변환된 그대로 (T로 전환)</translation>
    </message>
    <message>
        <source>Previous ones</source>
        <translation>이전 변형</translation>
    </message>
    <message>
        <source>The versions before these (Page Up)</source>
        <translation>지금 보이는 것보다 앞의 변형 (Page Up)</translation>
    </message>
    <message>
        <source>Next ones</source>
        <translation>다음 변형</translation>
    </message>
    <message>
        <source>Further versions of the same picture (Page Down)</source>
        <translation>같은 그림의 또 다른 변형 (Page Down)</translation>
    </message>
    <message>
        <source>Versions of the picture</source>
        <translation>그림의 변형</translation>
    </message>
    <message>
        <source>Offset of the crop, mirrored or not, and what is added to red, green and blue; click one or use the arrow keys to see where it was cut</source>
        <translation>자른 위치, 좌우 반전 여부, 빨강·초록·파랑에 더한 값. 하나를 클릭하거나 화살표 키로 고르면 어디에서 잘랐는지 보입니다</translation>
    </message>
    <message>
        <source>Where the crops are cut</source>
        <translation>자르는 자리</translation>
    </message>
    <message>
        <source>The picture that crops are cut from</source>
        <translation>조각을 잘라 내는 그림</translation>
    </message>
    <message>
        <source>Colours of the training set with their principal axes</source>
        <translation>학습 데이터의 색과 주축</translation>
    </message>
    <message>
        <source>Colours of the training set</source>
        <translation>학습 데이터의 색</translation>
    </message>
    <message>
        <source>Drag or use the arrow keys to turn it; double click or Home turns it back</source>
        <translation>끌거나 화살표 키로 돌립니다. 두 번 클릭하거나 Home을 누르면 처음 방향으로 돌아갑니다</translation>
    </message>
    <message>
        <source>The colours of the training set appear with a run that computes its statistics.</source>
        <translation>학습 데이터의 색은 실행이 그 통계를 계산하면 나타납니다.</translation>
    </message>
    <message>
        <source>Mean of the training set</source>
        <translation>학습 데이터의 평균</translation>
    </message>
    <message>
        <source>The mean of the training set</source>
        <translation>학습 데이터의 평균</translation>
    </message>
    <message>
        <source>Mean picture, subtracted</source>
        <translation>평균 그림, 빼는 값</translation>
    </message>
    <message>
        <source>Mean colour</source>
        <translation>평균 색</translation>
    </message>
    <message>
        <source>What the versions are of</source>
        <translation>무엇의 변형인가</translation>
    </message>
    <message>
        <source>What this run does to its pictures</source>
        <translation>이 실행이 그림에 하는 일</translation>
    </message>
    <message>
        <source>Colour axes in numbers</source>
        <translation>색 축의 수치</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ChoicesBar</name>
    <message>
        <source>Network file…</source>
        <translation>신경망 파일…</translation>
    </message>
    <message>
        <source>CIFAR-10 folder…</source>
        <translation>CIFAR-10 폴더…</translation>
    </message>
    <message>
        <source>Picture folder…</source>
        <translation>그림 폴더…</translation>
    </message>
    <message>
        <source>Packed file…</source>
        <translation>묶음 파일…</translation>
    </message>
    <message>
        <source>IDX (MNIST) folder…</source>
        <translation>IDX (MNIST) 폴더…</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>32-bit floating point throughout</source>
        <translation>모든 계산을 32비트 부동소수점으로</translation>
    </message>
    <message>
        <source>bfloat16 products, 32-bit sums and weights; where the device has it</source>
        <translation>곱은 bfloat16, 합과 가중치는 32비트. 장치가 지원할 때만</translation>
    </message>
    <message>
        <source>Open a network text</source>
        <translation>신경망 텍스트 열기</translation>
    </message>
    <message>
        <source>Network texts (*.net);;All files (*)</source>
        <translation>신경망 텍스트 (*.net);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Open a packed file of pictures</source>
        <translation>그림 묶음 파일 열기</translation>
    </message>
    <message>
        <source>Choose the folder with data_batch_1.bin to test_batch.bin</source>
        <translation>data_batch_1.bin ~ test_batch.bin이 있는 폴더 선택</translation>
    </message>
    <message>
        <source>Choose the folder with the IDX files</source>
        <translation>IDX 파일이 있는 폴더 선택</translation>
    </message>
    <message>
        <source>Choose a folder with one folder of pictures a class</source>
        <translation>클래스마다 폴더가 하나씩 있는 그림 폴더 선택</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>신경망(&amp;N)</translation>
    </message>
    <message>
        <source>The network that is trained</source>
        <translation>학습시킬 신경망</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>데이터(&amp;D)</translation>
    </message>
    <message>
        <source>The pictures it learns from</source>
        <translation>학습에 쓰는 그림</translation>
    </message>
    <message>
        <source>What computes</source>
        <translation>계산하는 장치</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>정밀도(&amp;P)</translation>
    </message>
    <message>
        <source>Number format of the products</source>
        <translation>곱셈의 수 형식</translation>
    </message>
    <message>
        <source>input %1×%2×%3, %4 parameters, %5 multiply-adds a picture</source>
        <translation>입력 %1×%2×%3, 매개변수 %4개, 그림 한 장에 곱셈-덧셈 %5회</translation>
    </message>
    <message>
        <source>D&amp;evice</source>
        <translation>장치(&amp;E)</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ClassErrorModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: no pictures</source>
        <translation>%1: 그림 없음</translation>
    </message>
    <message>
        <source>%1: %2 of %3 pictures are mistaken (%4)</source>
        <translation>%1: 그림 %3장 중 %2장을 틀림 (%4)</translation>
    </message>
    <message>
        <source>%1, mostly for %2</source>
        <translation>%1, 주로 혼동한 클래스: %2</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류율</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>그림 수</translation>
    </message>
    <message>
        <source>Mostly taken for</source>
        <translation>주로 혼동한 클래스</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ClassModel</name>
    <message>
        <source>%1: %2 training and %3 validation pictures</source>
        <translation>%1: 학습 그림 %2장, 검증 그림 %3장</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>균형</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ColourLegend</name>
    <message>
        <source>Colour scale</source>
        <translation>색 눈금</translation>
    </message>
    <message>
        <source>Black stands for %1, mid grey for 0, white for %2; red, green and blue apart</source>
        <translation>검정은 %1, 중간 회색은 0, 흰색은 %2. 빨강·초록·파랑 채널마다 따로</translation>
    </message>
    <message>
        <source>Every tile has a scale of its own: mid grey is 0, brightest and darkest are its largest weight</source>
        <translation>타일마다 눈금이 다릅니다. 중간 회색은 0, 가장 밝거나 어두운 곳은 그 타일에서 가장 큰 가중치입니다</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ConfusionView</name>
    <message>
        <source>others</source>
        <translation>그 외</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>클래스 %1</translation>
    </message>
    <message>
        <source>%1 has no pictures here</source>
        <translation>여기에는 %1 그림이 없습니다</translation>
    </message>
    <message>
        <source>%1 of %2 pictures of %3 (%4) are taken for classes that are not shown</source>
        <translation>%3 그림 %2장 중 %1장(%4)을 여기 표시되지 않은 클래스로 예측했습니다</translation>
    </message>
    <message>
        <source>%1 of %2 pictures of %3 (%4) are recognised</source>
        <translation>%3 그림 %2장 중 %1장(%4)을 알아맞혔습니다</translation>
    </message>
    <message>
        <source>%1 of %2 pictures of %3 (%4) are taken for %5</source>
        <translation>%3 그림 %2장 중 %1장(%4)을 %5(으)로 예측했습니다</translation>
    </message>
    <message>
        <source>taken for →</source>
        <translation>예측한 클래스 →</translation>
    </message>
    <message>
        <source>← true class</source>
        <translation>← 정답 클래스</translation>
    </message>
    <message>
        <source>0 to 100 % of the true class&apos;s pictures</source>
        <translation>정답 클래스 그림의 0~100 %</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::CostChart</name>
    <message>
        <source>%1 parameters</source>
        <translation>매개변수 %1개</translation>
    </message>
    <message>
        <source>%1 multiply-adds a picture</source>
        <translation>그림 한 장에 곱셈-덧셈 %1회</translation>
    </message>
    <message>
        <source>%1 forward, %2 backward</source>
        <translation>순전파 %1, 역전파 %2</translation>
    </message>
    <message>
        <source>together: %1 to %2 are computed in one go</source>
        <translation>묶음: %1부터 %2까지 한 번에 계산</translation>
    </message>
    <message>
        <source>%1 a step</source>
        <translation>한 걸음에 %1</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::CostPanel</name>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; What each layer costs: the numbers it has to learn, the multiplications it needs for one picture, and the time it takes in a training step, forward (filled) and backward (hatched). Each column has a linear scale of its own.&lt;/p&gt;&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Convolutions use each weight at every place of the map: few parameters, much work. Fully connected layers use each weight once a picture: many parameters, little work. So convolutions take the time, and fully connected layers hold the parameters.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 층마다 드는 비용입니다. 학습해야 하는 수의 개수, 그림 한 장에 필요한 곱셈 횟수, 그리고 학습 한 걸음에 걸리는 순전파(채운 막대)와 역전파(빗금 막대) 시간입니다. 열마다 따로 선형 눈금을 씁니다.&lt;/p&gt;&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 합성곱은 가중치 하나하나를 맵의 모든 자리에서 씁니다. 매개변수는 적고 계산은 많습니다. 완전 연결 층은 가중치를 그림 한 장에 한 번만 씁니다. 매개변수는 많고 계산은 적습니다. 그래서 시간은 합성곱이 쓰고, 매개변수는 완전 연결 층이 차지합니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;For %1: %2×%3×%4 weights for each of %5 filters = %6 weights, each used at %7×%8 places = %9 multiply-adds.&lt;/p&gt;</source>
        <translation>&lt;p&gt;%1의 경우: 필터 %5개마다 가중치 %2×%3×%4개 = 가중치 %6개, 저마다 %7×%8곳에서 쓰임 = 곱셈-덧셈 %9회.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Times are measured while the network trains, never estimated. In free running several layers may be computed in one go, held together by a bracket; stepping computes each alone, which takes longer but tells them apart. Backward takes about twice as long as forward: it computes the gradients of the weights and of the input.&lt;/p&gt;&lt;p&gt;§3.2 and §5: the paper&apos;s network took five to six days on two graphics cards.&lt;/p&gt;</source>
        <translation>&lt;p&gt;시간은 신경망이 학습하는 동안 잰 것이며 추정한 값이 아닙니다. 연속 실행에서는 여러 층을 한 번에 계산할 수 있으며, 이런 층은 괄호로 묶어 보여 줍니다. 한 층씩 진행하면 층마다 따로 계산하므로 더 오래 걸리지만 층별 시간을 구별할 수 있습니다. 역전파는 순전파의 두 배쯤 걸립니다. 가중치의 기울기와 입력의 기울기를 모두 계산하기 때문입니다.&lt;/p&gt;&lt;p&gt;§3.2와 §5: 논문의 신경망은 그래픽 카드 두 장으로 5~6일이 걸렸습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>load</source>
        <translation>읽기</translation>
    </message>
    <message>
        <source>update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>Times appear here once the network has trained a step: press Run (F5).</source>
        <translation>신경망이 한 걸음 학습하면 여기에 시간이 나타납니다. 실행(F5)을 누르세요.</translation>
    </message>
    <message>
        <source>Times appear here as you step through an iteration layer by layer (F7).</source>
        <translation>반복 하나를 한 층씩 진행하면(F7) 여기에 시간이 나타납니다.</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>아직 재지 않음</translation>
    </message>
    <message>
        <source>Mean times of a batch of %1 pictures on %2, %3</source>
        <translation>그림 %1장 배치의 평균 시간: %2, %3</translation>
    </message>
    <message>
        <source>%1; one step so far, and the first is slower</source>
        <translation>%1. 아직 한 걸음뿐이며 첫 걸음은 더 느립니다</translation>
    </message>
    <message>
        <source>%1; what is bracketed is computed in one go</source>
        <translation>%1. 괄호로 묶인 층은 한 번에 계산합니다</translation>
    </message>
    <message>
        <source>Convolutions: %1 of the parameters, %2 of the multiply-adds, %3 of the time.</source>
        <translation>합성곱: 매개변수의 %1, 곱셈-덧셈의 %2, 시간의 %3.</translation>
    </message>
    <message>
        <source>Fully connected: %1 of the parameters, %2 of the multiply-adds, %3 of the time.</source>
        <translation>완전 연결: 매개변수의 %1, 곱셈-덧셈의 %2, 시간의 %3.</translation>
    </message>
    <message>
        <source>Times of free running</source>
        <translation>연속 실행의 시간</translation>
    </message>
    <message>
        <source>Times layer by layer</source>
        <translation>층별 시간</translation>
    </message>
    <message>
        <source>Which times are shown</source>
        <translation>표시할 시간</translation>
    </message>
    <message>
        <source>Free running computes several layers in one go; stepping computes each alone</source>
        <translation>연속 실행은 여러 층을 한 번에 계산하고, 한 층씩 진행하면 층마다 따로 계산합니다</translation>
    </message>
    <message>
        <source>How the times were measured</source>
        <translation>시간을 잰 방법</translation>
    </message>
    <message>
        <source>Shares of the kinds of layers</source>
        <translation>층 종류별 비중</translation>
    </message>
    <message>
        <source>Cost of each layer</source>
        <translation>층별 비용</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::CurvesPanel</name>
    <message>
        <source>Loss and error</source>
        <translation>손실과 오류율</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;The dashed level&lt;/b&gt; is ln(%1) = %2: the loss of pure guessing among %1 classes. A loss that stays there has not begun to learn; a smaller learning rate or smaller biases usually help.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;가로 파선&lt;/b&gt;은 ln(%1) = %2, 곧 클래스 %1개 가운데 아무것이나 찍을 때의 손실입니다. 손실이 여기에 머물러 있으면 아직 학습이 시작되지 않은 것입니다. 학습률이나 편향을 줄이면 대개 나아집니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>No iteration yet: press Run</source>
        <translation>아직 반복이 없습니다. 실행을 누르세요</translation>
    </message>
    <message>
        <source>iteration %1   loss %2   training error %3   validation error %4</source>
        <translation>반복 %1   손실 %2   학습 오류율 %3   검증 오류율 %4</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>best: %1</source>
        <translation>최고: %1</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>error (%)</source>
        <translation>오류율 (%)</translation>
    </message>
    <message>
        <source>Curve of the loss</source>
        <translation>손실 곡선</translation>
    </message>
    <message>
        <source>Curves of the error</source>
        <translation>오류율 곡선</translation>
    </message>
    <message>
        <source>Values of the curves</source>
        <translation>곡선의 값</translation>
    </message>
    <message>
        <source>Logarithmic loss</source>
        <translation>로그 손실</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>전체 보기</translation>
    </message>
    <message>
        <source>top-5</source>
        <translation>top-5</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; Left: the loss, the mean of −ln p(true class) over a batch. Right: the share of pictures whose likeliest class is wrong (top-1), or whose class is not among the five likeliest (top-5). Solid: training, each batch as it was, with dropout and augmentation. Dashed: validation, in test mode, held between tests; top-5 dotted. The ring marks the best validation, upright marks a change of a hyper-parameter. Dotted beside the loss: the learning rate, on the axis to the right.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 왼쪽은 손실, 곧 배치 하나에서 −ln p(정답 클래스)의 평균입니다. 오른쪽은 첫째 후보가 틀린 그림의 비율(top-1), 또는 정답 클래스가 다섯 후보 안에 없는 그림의 비율(top-5)입니다. 실선은 학습으로, 드롭아웃과 증강을 적용한 그때그때의 배치입니다. 파선은 테스트 모드로 잰 검증이며, 다음 검증까지 값을 유지합니다. top-5는 점선입니다. 고리는 가장 좋은 검증을, 세로선은 하이퍼파라미터의 변경을 나타냅니다. 손실 옆의 점선은 학습률이며 오른쪽 축으로 읽습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Training error above validation error is no fault here: dropout and augmentation make training the harder task. A validation curve that rises while training falls means overfitting.&lt;/p&gt;&lt;p&gt;§5: the learning rate is divided by 10 when validation stops improving; each time the curves step down.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Update ratios&lt;/b&gt; show log₁₀(|update| / |weight|) of every layer. Around −3, a thousandth of the weight a step, learning goes well; far above it tears the weights about, far below it stands still.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Compare&lt;/b&gt; lays recorded runs below this one; the table names what tells them apart.&lt;/p&gt;&lt;p&gt;Wheel: zoom. Drag: move. Shift and drag: zoom to the frame. Double click: the whole run. Keys: ← → cursor, Ctrl+← → and ↑ ↓ move, + − zoom, Ctrl+ + − zoom the values, Home the whole run. However long the run: no minimum and no maximum is left out.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 학습 오류율이 검증 오류율보다 높아도 여기서는 잘못이 아닙니다. 드롭아웃과 증강 때문에 학습이 더 어려운 과제가 되기 때문입니다. 학습 곡선은 내려가는데 검증 곡선이 올라가면 과적합입니다.&lt;/p&gt;&lt;p&gt;§5: 검증 오류율이 더 나아지지 않으면 학습률을 10으로 나눕니다. 그때마다 곡선이 한 단 내려갑니다.&lt;/p&gt;&lt;p&gt;&lt;b&gt;갱신 비율&lt;/b&gt;은 층마다 log₁₀(|갱신| / |가중치|)를 보여 줍니다. −3 부근, 곧 한 걸음에 가중치의 천분의 일이면 학습이 잘됩니다. 이보다 훨씬 크면 가중치가 마구 흔들리고, 훨씬 작으면 제자리에 머뭅니다.&lt;/p&gt;&lt;p&gt;&lt;b&gt;비교&lt;/b&gt;는 기록된 실행을 이 실행 밑에 깔아 보여 주고, 표는 실행끼리 다른 점을 알려 줍니다.&lt;/p&gt;&lt;p&gt;휠: 확대와 축소. 끌기: 이동. Shift와 끌기: 테두리 안을 확대. 두 번 클릭: 전체 보기. 키: ← → 커서, Ctrl+← →와 ↑ ↓ 이동, + − 확대와 축소, Ctrl+ + − 값 축의 확대와 축소, Home 전체 보기. 실행이 아무리 길어도 최솟값과 최댓값은 하나도 빠지지 않습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>이 실행</translation>
    </message>
    <message>
        <source>this run: %1</source>
        <translation>이 실행: %1</translation>
    </message>
    <message>
        <source>The run that is open in this window</source>
        <translation>이 창에 열려 있는 실행</translation>
    </message>
    <message>
        <source>−3: a thousandth of the weight</source>
        <translation>−3: 가중치의 천분의 일</translation>
    </message>
    <message>
        <source>Reading a run…</source>
        <translation>실행을 읽는 중…</translation>
    </message>
    <message>
        <source>Values at the cursor</source>
        <translation>커서 위치의 값</translation>
    </message>
    <message>
        <source>Newest values</source>
        <translation>가장 최근 값</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>%1, epoch %2</source>
        <translation>%1, 에폭 %2</translation>
    </message>
    <message>
        <source>Folder of a recorded run</source>
        <translation>기록된 실행의 폴더</translation>
    </message>
    <message>
        <source>Add run…</source>
        <translation>실행 추가…</translation>
    </message>
    <message>
        <source>Align on epochs</source>
        <translation>에폭에 맞추기</translation>
    </message>
    <message>
        <source>Align on iterations</source>
        <translation>반복에 맞추기</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 빼기</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>모두 빼기</translation>
    </message>
    <message>
        <source>log₁₀ update / weight</source>
        <translation>log₁₀ 갱신 / 가중치</translation>
    </message>
    <message>
        <source>Curves of the update ratios</source>
        <translation>갱신 비율 곡선</translation>
    </message>
    <message>
        <source>Which values the table shows</source>
        <translation>표에 보일 값</translation>
    </message>
    <message>
        <source>One line a run; Delete takes a recorded run away</source>
        <translation>실행마다 한 줄입니다. Delete 키를 누르면 기록된 실행을 뺍니다</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>로그 손실</translation>
    </message>
    <message>
        <source>Logarithmic axis for the loss</source>
        <translation>손실 축을 로그 눈금으로</translation>
    </message>
    <message>
        <source>Log iterations</source>
        <translation>로그 반복</translation>
    </message>
    <message>
        <source>Logarithmic axis for the iterations</source>
        <translation>반복 축을 로그 눈금으로</translation>
    </message>
    <message>
        <source>Logarithmic iterations</source>
        <translation>로그 반복 축</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>The learning rate beside the loss</source>
        <translation>손실 옆에 학습률 표시</translation>
    </message>
    <message>
        <source>Show the learning rate</source>
        <translation>학습률 보기</translation>
    </message>
    <message>
        <source>Update ratios</source>
        <translation>갱신 비율</translation>
    </message>
    <message>
        <source>How large a step is beside the weights, for every layer</source>
        <translation>층마다 가중치에 견준 한 걸음의 크기</translation>
    </message>
    <message>
        <source>Show the update ratios</source>
        <translation>갱신 비율 보기</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Lay recorded runs below this one</source>
        <translation>기록된 실행을 이 실행 밑에 깔기</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>실행 비교</translation>
    </message>
    <message>
        <source>Show the whole run and follow it</source>
        <translation>전체를 보이고 계속 따라가기</translation>
    </message>
    <message>
        <source>%1: loss %2, error %3, validation %4</source>
        <translation>%1: 손실 %2, 오류율 %3, 검증 %4</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::DataPanel</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The classes the network learns to tell apart, how many pictures each has, and the pictures. Training pictures (blue) are what it learns from; validation pictures (orange) it never learns from, they only test it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 신경망이 구별하는 법을 배우는 클래스와 클래스마다의 그림 수, 그리고 그 그림입니다. 학습 그림(파랑)으로는 배우고, 검증 그림(주황)으로는 배우지 않고 시험만 합니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Guessing among %1 classes is wrong 1 − 1/%1 = %2 of the time.&lt;/p&gt;</source>
        <translation>&lt;p&gt;클래스 %1개 가운데 아무것이나 찍으면 틀리는 비율은 1 − 1/%1 = %2입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Always naming the largest class of the validation set is wrong 1 − %1/%2 = %3 of the time: an error is worth something only below that.&lt;/p&gt;</source>
        <translation>&lt;p&gt;언제나 검증 데이터에서 가장 큰 클래스라고만 답하면 틀리는 비율은 1 − %1/%2 = %3입니다. 오류율은 이보다 낮아야 의미가 있습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Classes with few pictures are learned late or not at all. Labels that look wrong are wrong more often than one thinks. What could a network go by that is not the thing itself: backgrounds, colours, watermarks?&lt;/p&gt;&lt;p&gt;A double click, or Enter, pins a picture: all views then show what the network makes of it.&lt;/p&gt;&lt;p&gt;§2: the paper&apos;s set has 1.2 million training, 50,000 validation and 150,000 test pictures of 1,000 classes, each brought to 256×256.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 그림이 적은 클래스는 늦게 배우거나 아예 배우지 못합니다. 틀려 보이는 레이블은 생각보다 자주 정말로 틀려 있습니다. 신경망이 대상 자체가 아닌 것, 이를테면 배경, 색, 워터마크를 단서로 삼을 수는 없을까요?&lt;/p&gt;&lt;p&gt;그림을 두 번 클릭하거나 Enter를 누르면 그 그림이 고정됩니다. 그러면 모든 화면이 신경망이 그 그림을 어떻게 보는지 보여 줍니다.&lt;/p&gt;&lt;p&gt;§2: 논문의 데이터는 클래스 1,000개에 학습 그림 120만 장, 검증 그림 50,000장, 테스트 그림 150,000장이며 모두 256×256으로 맞추었습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>그림 %1장</translation>
    </message>
    <message>
        <source>%1 – pinned</source>
        <translation>%1 – 고정됨</translation>
    </message>
    <message>
        <source>%1 – Enter pins it</source>
        <translation>%1 – Enter로 고정</translation>
    </message>
    <message>
        <source>Both sets</source>
        <translation>학습과 검증 모두</translation>
    </message>
    <message>
        <source>Training set</source>
        <translation>학습 데이터</translation>
    </message>
    <message>
        <source>Validation set</source>
        <translation>검증 데이터</translation>
    </message>
    <message>
        <source>Which pictures are shown</source>
        <translation>표시할 그림</translation>
    </message>
    <message>
        <source>Find a class</source>
        <translation>클래스 찾기</translation>
    </message>
    <message>
        <source>Only classes with this in their name</source>
        <translation>이름에 이 글자가 들어 있는 클래스만</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>모든 클래스</translation>
    </message>
    <message>
        <source>Show the pictures of all classes</source>
        <translation>모든 클래스의 그림 보기</translation>
    </message>
    <message>
        <source>Classes and their numbers of pictures</source>
        <translation>클래스와 그림 수</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>The pictures appear as soon as a run is open. Choose data above.</source>
        <translation>실행을 열면 그림이 나타납니다. 위에서 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>Counting the pictures…</source>
        <translation>그림을 세는 중…</translation>
    </message>
    <message>
        <source>There are no such pictures: choose another class or another set.</source>
        <translation>해당하는 그림이 없습니다. 다른 클래스나 다른 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>Files left out, and why</source>
        <translation>제외된 파일과 그 까닭</translation>
    </message>
    <message>
        <source>Nothing left out</source>
        <translation>제외된 파일 없음</translation>
    </message>
    <message>
        <source>%1 left out, %2 remarks</source>
        <translation>제외 %1개, 참고 %2건</translation>
    </message>
    <message>
        <source>Show which files were left out or changed, and why</source>
        <translation>어떤 파일이 왜 제외되거나 변경되었는지 보기</translation>
    </message>
    <message>
        <source>%1 classes, %2 training and %3 validation pictures</source>
        <translation>클래스 %1개, 학습 그림 %2장, 검증 그림 %3장</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::Demonstration</name>
    <message>
        <source>the folder %1 cannot be made</source>
        <translation>폴더 %1을(를) 만들 수 없습니다</translation>
    </message>
    <message>
        <source>Preparing the network and the pictures…</source>
        <translation>신경망과 그림을 준비하는 중…</translation>
    </message>
    <message>
        <source>the engine did not answer in time</source>
        <translation>엔진이 제때 응답하지 않았습니다</translation>
    </message>
    <message>
        <source>Training for %1 s on: %2, %3</source>
        <translation>%1초 동안 학습합니다: %2, %3</translation>
    </message>
    <message>
        <source>iteration %1, loss %2, validation error %3, %4 images/s</source>
        <translation>반복 %1, 손실 %2, 검증 오류율 %3, 초당 %4장</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1을(를) 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Alexscope: a minute of AlexNet</source>
        <translation>Alexscope: AlexNet의 1분</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Computed by</source>
        <translation>계산 장치</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>학습 시간</translation>
    </message>
    <message>
        <source>Training loss of the last batch</source>
        <translation>마지막 배치의 학습 손실</translation>
    </message>
    <message>
        <source>Validation error (top-1)</source>
        <translation>검증 오류율 (top-1)</translation>
    </message>
    <message>
        <source>The first layer before training</source>
        <translation>학습 전의 첫째 층</translation>
    </message>
    <message>
        <source>The first layer after training</source>
        <translation>학습 후의 첫째 층</translation>
    </message>
    <message>
        <source>Loss and error</source>
        <translation>손실과 오류율</translation>
    </message>
    <message>
        <source>Predictions for pictures never trained on</source>
        <translation>학습에 쓰지 않은 그림에 대한 예측</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>프로그램 창</translation>
    </message>
    <message>
        <source>The report is %1</source>
        <translation>보고서: %1</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::DeviceDialog</name>
    <message>
        <source>Devices</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>What can compute here</source>
        <translation>여기에서 계산할 수 있는 장치</translation>
    </message>
    <message>
        <source>&lt;p&gt;Asking the devices…&lt;/p&gt;</source>
        <translation>&lt;p&gt;장치를 확인하는 중…&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::DiagramLegend</name>
    <message>
        <source>across towers</source>
        <translation>탑 사이 연결</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>역전파</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ExcitingPanel</name>
    <message>
        <source>unit %1</source>
        <translation>유닛 %1</translation>
    </message>
    <message>
        <source>%1
%2
unit %3 at x %4, y %5 says %6</source>
        <translation>%1
%2
유닛 %3, 위치 x %4, y %5의 값: %6</translation>
    </message>
    <message>
        <source>No picture excites this unit: behind its ReLU it is 0 everywhere.</source>
        <translation>이 유닛은 어떤 그림에도 반응하지 않습니다. ReLU 뒤에서 어디서나 0입니다.</translation>
    </message>
    <message>
        <source>%1: what excites each unit most</source>
        <translation>%1: 각 유닛이 가장 크게 반응하는 조각</translation>
    </message>
    <message>
        <source>%1, unit %2: what excites it most</source>
        <translation>%1, 유닛 %2: 가장 크게 반응하는 조각</translation>
    </message>
    <message>
        <source>Of %1 pictures, for each unit the place that it says most of.</source>
        <translation>그림 %1장에서 유닛마다 값이 가장 큰 자리입니다.</translation>
    </message>
    <message>
        <source>The strongest place of each of %1 pictures, the strongest pictures first.</source>
        <translation>그림 %1장 각각에서 값이 가장 큰 자리이며, 값이 큰 그림부터 보입니다.</translation>
    </message>
    <message>
        <source>The first %1 of %2 units are shown; choose another by its number.</source>
        <translation>유닛 %2개 중 처음 %1개를 보입니다. 다른 유닛은 번호로 고르세요.</translation>
    </message>
    <message>
        <source>No picture excites %1 of the units.</source>
        <translation>유닛 %1개는 어떤 그림에도 반응하지 않습니다.</translation>
    </message>
    <message>
        <source>What excites it</source>
        <translation>반응하는 조각</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The patches of real pictures that make the chosen unit say most: each is what the unit sees of a picture at its strongest place, its receptive field, with the class of that picture and the unit&apos;s number. Without a chosen unit: for every unit of the layer the one patch that excites it most.&lt;/p&gt;&lt;p&gt;The pictures pass through the network in the background, as for the neighbours, and anew at the chosen pace while it learns. The picture at the right shows where the patch lies. Behind a ReLU only numbers above 0 count.&lt;/p&gt;&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Units of conv1 answer to edges and colours, as their filters in Figure 3 of the paper show. Further up the patches grow: textures, then parts of things. Do the patches of a unit have something in common that you can name? Are they of one class?&lt;/p&gt;&lt;p&gt;A click pins the picture for all views and frames the place; Activations then shows how the number comes about.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 고른 유닛의 값을 가장 크게 만드는 실제 그림의 조각들입니다. 조각은 값이 가장 큰 자리에서 그 유닛이 보는 영역(수용 영역)이며, 그림의 클래스와 유닛의 값이 함께 나옵니다. 유닛을 고르지 않으면 그 층의 유닛마다 가장 크게 반응하는 조각 하나씩을 보입니다.&lt;/p&gt;&lt;p&gt;그림들은 이웃 화면과 마찬가지로 뒤에서 신경망을 통과하고, 학습하는 동안 고른 간격으로 다시 찾습니다. 오른쪽 그림은 조각이 어디에 있는지 보여 줍니다. ReLU 뒤에서는 0보다 큰 값만 셉니다.&lt;/p&gt;&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; conv1의 유닛은 논문 그림 3의 필터가 보여 주듯 가장자리와 색에 반응합니다. 위로 갈수록 조각이 커져 무늬가 되고, 이어서 사물의 부분이 됩니다. 한 유닛의 조각들에 이름 붙일 만한 공통점이 있나요? 모두 한 클래스인가요?&lt;/p&gt;&lt;p&gt;조각을 누르면 그 그림이 모든 화면에 고정되고 그 자리에 테두리가 그려집니다. 그러면 활성값 화면에서 그 수가 어떻게 나오는지 볼 수 있습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>all</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>The unit that is asked about</source>
        <translation>물어볼 유닛</translation>
    </message>
    <message>
        <source>The unit that is asked about; all views follow</source>
        <translation>물어볼 유닛입니다. 모든 화면이 따라갑니다</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>모든 유닛</translation>
    </message>
    <message>
        <source>Show what excites each unit of the layer most</source>
        <translation>이 층의 유닛마다 가장 크게 반응하는 조각 보기</translation>
    </message>
    <message>
        <source>The patches that excite it most</source>
        <translation>가장 크게 반응하는 조각들</translation>
    </message>
    <message>
        <source>Where the patch lies in its picture</source>
        <translation>그림에서 조각이 있는 자리</translation>
    </message>
    <message>
        <source>What the patches are of</source>
        <translation>조각들이 무엇에서 나왔는지</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ExplanationPanel</name>
    <message>
        <source>What you see</source>
        <translation>보이는 것</translation>
    </message>
    <message>
        <source>Explanation of the view</source>
        <translation>화면 설명</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::FilterDetail</name>
    <message>
        <source>red</source>
        <translation>빨강</translation>
    </message>
    <message>
        <source>green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>all %1 inputs, row by row</source>
        <translation>모든 입력 %1개, 행 순서대로</translation>
    </message>
    <message>
        <source>input channel %1</source>
        <translation>입력 채널 %1</translation>
    </message>
    <message>
        <source>in colour</source>
        <translation>컬러</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>initial</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>%1 of the picture</source>
        <translation>그림에 대한 %1</translation>
    </message>
    <message>
        <source>input %1: %2</source>
        <translation>입력 %1: %2</translation>
    </message>
    <message>
        <source>%1 at (%2, %3): %4</source>
        <translation>%1, 위치 (%2, %3): %4</translation>
    </message>
    <message>
        <source>%1, channel %2 at (%3, %4): %5, test mode</source>
        <translation>%1, 채널 %2, 위치 (%3, %4): %5, 테스트 모드</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>최솟값</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>표준편차</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>노름</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>The square root of the sum of squares</source>
        <translation>제곱합의 제곱근</translation>
    </message>
    <message>
        <source>The filter shown large</source>
        <translation>크게 본 필터</translation>
    </message>
    <message>
        <source>The filter&apos;s numbers</source>
        <translation>필터의 수치</translation>
    </message>
    <message>
        <source>Histogram of the filter</source>
        <translation>필터의 히스토그램</translation>
    </message>
    <message>
        <source>What the filter answers appears as soon as a picture is pinned.</source>
        <translation>그림을 고정하면 필터의 반응이 나타납니다.</translation>
    </message>
    <message>
        <source>What this filter answers to the pinned picture, in test mode; the frame is where most</source>
        <translation>고정한 그림에 대한 이 필터의 반응(테스트 모드). 테두리는 가장 강하게 반응한 곳입니다</translation>
    </message>
    <message>
        <source>pinned picture</source>
        <translation>고정한 그림</translation>
    </message>
    <message>
        <source>No picture is pinned.</source>
        <translation>고정한 그림이 없습니다.</translation>
    </message>
    <message>
        <source>The pinned picture as the network gets it; the frame is what one place of the map sees</source>
        <translation>신경망이 받는 그대로의 고정한 그림. 테두리는 맵의 한 자리가 보는 범위입니다</translation>
    </message>
    <message>
        <source>then</source>
        <translation>그때</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::FiltersHeader</name>
    <message>
        <source>%1 a page</source>
        <translation>한 쪽에 %1개</translation>
    </message>
    <message>
        <source>all on one page</source>
        <translation>한 쪽에 모두</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1번</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation>%3개 중 %1–%2번</translation>
    </message>
    <message>
        <source>Initial</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>The filters before training, at iteration 0 (%1)</source>
        <translation>학습 전, 반복 0의 필터 (%1)</translation>
    </message>
    <message>
        <source>Show initial filters</source>
        <translation>처음 필터 보기</translation>
    </message>
    <message>
        <source>The filters as they are (%1)</source>
        <translation>지금의 필터 (%1)</translation>
    </message>
    <message>
        <source>Show filters as they are</source>
        <translation>지금 필터 보기</translation>
    </message>
    <message>
        <source>Fades from the initial weights (%1) to today&apos;s (%2)</source>
        <translation>처음 가중치(%1)에서 지금 가중치(%2)로 서서히 바꿉니다</translation>
    </message>
    <message>
        <source>Between the initial weights and today&apos;s</source>
        <translation>처음 가중치와 지금 가중치 사이</translation>
    </message>
    <message>
        <source>The filters before these (%1)</source>
        <translation>지금 보이는 것보다 앞의 필터 (%1)</translation>
    </message>
    <message>
        <source>Previous filters</source>
        <translation>이전 필터</translation>
    </message>
    <message>
        <source>The filters after these (%1)</source>
        <translation>지금 보이는 것보다 뒤의 필터 (%1)</translation>
    </message>
    <message>
        <source>Next filters</source>
        <translation>다음 필터</translation>
    </message>
    <message>
        <source>How many filters are shown at once</source>
        <translation>한 번에 보일 필터 수</translation>
    </message>
    <message>
        <source>Filters on a page</source>
        <translation>한 쪽의 필터 수</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>Which input channel of the chosen filter is shown large</source>
        <translation>고른 필터에서 크게 볼 입력 채널</translation>
    </message>
    <message>
        <source>Input channel shown large</source>
        <translation>크게 볼 입력 채널</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Back to all filters (%1)</source>
        <translation>모든 필터로 돌아가기 (%1)</translation>
    </message>
    <message>
        <source>Back to all filters</source>
        <translation>모든 필터로 돌아가기</translation>
    </message>
    <message>
        <source>The layer whose weights are shown; choosing it here chooses it everywhere</source>
        <translation>가중치를 보일 층. 여기서 고르면 다른 화면에서도 모두 선택됩니다</translation>
    </message>
    <message>
        <source>Layer of the filters</source>
        <translation>필터의 층</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>Last update</source>
        <translation>마지막 갱신</translation>
    </message>
    <message>
        <source>The weights themselves, the gradient of the loss by them, or what the last update added to them</source>
        <translation>가중치 자체, 가중치에 대한 손실의 기울기, 또는 마지막 갱신이 가중치에 더한 값</translation>
    </message>
    <message>
        <source>What the tiles show</source>
        <translation>타일이 보여 주는 것</translation>
    </message>
    <message>
        <source>Scale: layer</source>
        <translation>눈금: 층 전체</translation>
    </message>
    <message>
        <source>Scale: each tile</source>
        <translation>눈금: 타일마다</translation>
    </message>
    <message>
        <source>One scale for all filters, or each filter on its own</source>
        <translation>모든 필터에 한 눈금을 쓰거나 필터마다 따로 씁니다</translation>
    </message>
    <message>
        <source>Scale of the filters</source>
        <translation>필터의 눈금</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>Keep today&apos;s scale, so that growth stays visible</source>
        <translation>지금의 눈금을 고정해 가중치가 커지는 것을 봅니다</translation>
    </message>
    <message>
        <source>Lock the scale</source>
        <translation>눈금 고정</translation>
    </message>
    <message>
        <source>What the filters show</source>
        <translation>필터 화면의 내용</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>그때</translation>
    </message>
    <message>
        <source>The filters as they were at the moment shown (%1)</source>
        <translation>보고 있는 시점의 필터 (%1)</translation>
    </message>
    <message>
        <source>Show filters as they were</source>
        <translation>그때의 필터 보기</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::FiltersPanel</name>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The %1 filters of %2, each %3×%3 pixels over %4 input channels, at stride %5. Red, green and blue are the weights of the three colour channels around mid grey, which is 0: what a filter shows is the picture patch it answers to most strongly.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; %2의 필터 %1개입니다. 필터 하나는 입력 채널 %4개에 걸친 %3×%3 픽셀이며 스트라이드는 %5입니다. 빨강·초록·파랑은 세 색 채널의 가중치이고, 중간 회색이 0입니다. 필터에 보이는 무늬가 곧 그 필터가 가장 강하게 반응하는 그림 조각입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>tower 1</source>
        <translation>탑 1</translation>
    </message>
    <message>
        <source>tower 2</source>
        <translation>탑 2</translation>
    </message>
    <message>
        <source>The filters appear as soon as a run is open. Choose a network and data above.</source>
        <translation>실행을 열면 필터가 나타납니다. 위에서 신경망과 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>%1, unit %2: %3</source>
        <translation>%1, 유닛 %2: %3</translation>
    </message>
    <message>
        <source>%1, filter %2: %3</source>
        <translation>%1, 필터 %2: %3</translation>
    </message>
    <message>
        <source>%1, greys from −%2 to +%2</source>
        <translation>%1, 회색 눈금 −%2 ~ +%2</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>last update</source>
        <translation>마지막 갱신</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The %1 filters of %2, each %3×%3 over %4 input channels. The numbers at the left are the filters; each has one grey tile for every channel it reads. Mid grey is 0, bright weights want the channel to be active there, dark ones want it silent.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; %2의 필터 %1개입니다. 필터 하나는 입력 채널 %4개에 걸친 %3×%3 크기입니다. 왼쪽의 번호는 필터이고, 필터마다 읽는 채널 하나에 회색 타일이 하나씩 있습니다. 중간 회색이 0이고, 밝은 가중치는 채널이 그 자리에서 활성이기를, 어두운 가중치는 잠잠하기를 바랍니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; %1 is fully connected: each of its %2 units has one weight for each of %3 inputs, which have no places side by side. Every tile is one unit, its weights written row by row.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; %1은(는) 완전 연결 층입니다. 유닛 %2개가 저마다 입력 %3개에 가중치를 하나씩 가지며, 입력에는 서로 이웃하는 자리가 없습니다. 타일 하나가 유닛 하나이고, 그 가중치를 행 순서대로 늘어놓았습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; %1 is fully connected, but what it reads are %2 maps of %3×%4. So each of its %5 units is shown like a filter as large as the whole map: one grey tile a map.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; %1은(는) 완전 연결 층이지만, 읽는 것은 %3×%4 크기의 맵 %2개입니다. 그래서 유닛 %5개를 저마다 맵 전체만 한 필터처럼, 맵마다 회색 타일 하나로 보여 줍니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;In %1 groups: a filter reads only the %2 channels of its own tower, not all %3 (§3.2).&lt;/p&gt;</source>
        <translation>&lt;p&gt;그룹 %1개로 나뉘어 있습니다. 필터는 채널 %3개를 모두 읽지 않고 자기 탑의 채널 %2개만 읽습니다(§3.2).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Gradient and update: v ← %1·v − %2·ε·w − ε·∂L/∂w, then w ← w + v, with ε = %3 (§5). The gradient is the mean over the latest batch; the update is the latest v.&lt;/p&gt;</source>
        <translation>&lt;p&gt;기울기와 갱신: v ← %1·v − %2·ε·w − ε·∂L/∂w, 이어서 w ← w + v, 여기서 ε = %3(§5). 기울기는 가장 최근 배치의 평균이고, 갱신은 가장 최근의 v입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; At the start, noise: weights drawn from a normal distribution. While the loss falls, edges of many orientations and frequencies appear, then blobs of colour. Nobody draws them: they are what helps to tell the classes apart. Filters that stay noise have not been needed yet.&lt;/p&gt;&lt;p&gt;§3.1 and Figure 3: on two GPUs the paper&apos;s two towers specialised, one free of colour, the other full of it, in every run.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 처음에는 정규분포에서 뽑은 가중치, 곧 잡음입니다. 손실이 줄어드는 동안 여러 방향과 주파수의 윤곽선이 나타나고, 이어서 색 얼룩이 나타납니다. 누가 그려 넣은 것이 아니라 클래스를 구별하는 데 도움이 되는 무늬입니다. 잡음으로 남은 필터는 아직 필요하지 않았던 것입니다.&lt;/p&gt;&lt;p&gt;§3.1과 그림 3: GPU 두 개에서 논문의 두 탑은 실행할 때마다 전문화되어, 하나는 색이 없고 다른 하나는 색으로 가득했습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Here form is harder to see than in the first layer: what a filter combines are not colours but other filters. Tiles that stand out from the noise show which of them it listens to. Drag the slider from Initial to Now to see what training has added.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 여기서는 첫째 층보다 무늬를 알아보기 어렵습니다. 필터가 결합하는 것이 색이 아니라 다른 필터이기 때문입니다. 잡음에서 도드라지는 타일은 필터가 그 가운데 어느 것에 귀 기울이는지 보여 줍니다. 슬라이더를 처음에서 지금으로 끌면 학습이 무엇을 더했는지 보입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;One scale for the whole layer keeps relative strength visible, and is the same before and after; the scale of each tile shows weak filters too. Lock the scale to see the weights grow.&lt;/p&gt;&lt;p&gt;Click a filter to see its numbers, its histogram and what it answers to the pinned picture; a click on one of its grids enlarges that; Escape leads back. Page Up and Page Down turn the pages of large layers.&lt;/p&gt;</source>
        <translation>&lt;p&gt;층 전체에 한 눈금을 쓰면 상대적인 세기가 그대로 보이고, 학습 전과 후의 눈금이 같습니다. 타일마다 눈금을 쓰면 약한 필터도 보입니다. 눈금을 고정하면 가중치가 커지는 것을 볼 수 있습니다.&lt;/p&gt;&lt;p&gt;필터를 클릭하면 수치와 히스토그램, 그리고 고정한 그림에 대한 반응이 보입니다. 그 격자 하나를 클릭하면 확대되고, Escape를 누르면 돌아갑니다. 큰 층은 Page Up과 Page Down으로 쪽을 넘깁니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 of %2, filter %3</source>
        <translation>%2의 %1, 필터 %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2의 %1</translation>
    </message>
    <message>
        <source>%1. Shown: %2, %3 of the way from iteration 0.</source>
        <translation>%1. 표시: %2, 반복 0에서 지금까지의 %3 지점.</translation>
    </message>
    <message>
        <source>%1. Shown: %2.</source>
        <translation>%1. 표시: %2.</translation>
    </message>
    <message>
        <source>This network has no layer with weights.</source>
        <translation>이 신경망에는 가중치가 있는 층이 없습니다.</translation>
    </message>
    <message>
        <source>%1 has %2 numbers (%3 MB). That is more than is fetched from the device for the screen, which is %4 MB. Choose another layer; the weights file holds all of them.</source>
        <translation>%1에는 수가 %2개(%3 MB) 있습니다. 화면에 보이려고 장치에서 가져오는 한도인 %4 MB를 넘습니다. 다른 층을 고르세요. 가중치 파일에는 모두 들어 있습니다.</translation>
    </message>
    <message>
        <source>%1 does not fit beside what the other views fetch from the device. Close one of them.</source>
        <translation>%1은(는) 다른 화면이 장치에서 가져오는 것 때문에 자리가 모자라 가져올 수 없습니다. 다른 화면을 하나 닫으세요.</translation>
    </message>
    <message>
        <source>There is no gradient yet: the first backward pass makes it. Press Run, or step as far as the update.</source>
        <translation>아직 기울기가 없습니다. 첫 역전파에서 생깁니다. 실행을 누르거나 갱신까지 걸음을 옮기세요.</translation>
    </message>
    <message>
        <source>There is no update yet: the first iteration makes it. Press Run, or step one iteration.</source>
        <translation>아직 갱신이 없습니다. 첫 반복에서 생깁니다. 실행을 누르거나 반복을 한 번 진행하세요.</translation>
    </message>
    <message>
        <source>The numbers of %1 are on their way from the device.</source>
        <translation>%1의 수를 장치에서 가져오는 중입니다.</translation>
    </message>
    <message>
        <source>%1, %2: %3 units of %4</source>
        <translation>%1, %2: 유닛 %3개, 각각 %4</translation>
    </message>
    <message>
        <source>%1, %2: %3 filters of %4</source>
        <translation>%1, %2: 필터 %3개, 각각 %4</translation>
    </message>
    <message>
        <source>%1, iteration %2</source>
        <translation>%1, 반복 %2</translation>
    </message>
    <message>
        <source>%1, %2 of the way from iteration 0 to %3</source>
        <translation>%1, 반복 0에서 %3까지 가는 길의 %2</translation>
    </message>
    <message>
        <source>every tile has its own scale, from ±%1 to ±%2</source>
        <translation>타일마다 눈금이 다름, ±%1부터 ±%2까지</translation>
    </message>
    <message>
        <source>filter %1 at (%2, %3): red %4  green %5  blue %6</source>
        <translation>필터 %1, 위치 (%2, %3): 빨강 %4  초록 %5  파랑 %6</translation>
    </message>
    <message>
        <source>unit %1, input %2: %3</source>
        <translation>유닛 %1, 입력 %2: %3</translation>
    </message>
    <message>
        <source>unit %1, map %2 at (%3, %4): %5</source>
        <translation>유닛 %1, 맵 %2, 위치 (%3, %4): %5</translation>
    </message>
    <message>
        <source>filter %1, input channel %2 at (%3, %4): %5</source>
        <translation>필터 %1, 입력 채널 %2, 위치 (%3, %4): %5</translation>
    </message>
    <message>
        <source>%1   (scale ±%2)</source>
        <translation>%1   (눈금 ±%2)</translation>
    </message>
    <message>
        <source>Filters of the layer</source>
        <translation>층의 필터</translation>
    </message>
    <message>
        <source>Click a filter to see it large; arrow keys move, Escape leads back</source>
        <translation>필터를 클릭하면 크게 보입니다. 화살표 키로 옮기고 Escape로 돌아갑니다</translation>
    </message>
    <message>
        <source>Weight under the mouse</source>
        <translation>마우스가 가리키는 가중치</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::HyperParametersPanel</name>
    <message>
        <source>Hyper-parameters</source>
        <translation>하이퍼파라미터</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The numbers that steer learning, as they are in force now, as this run began with them, and as the paper has them. The upper ones can be changed while training goes on: type and press Enter, or use the arrows. Every change is recorded with its iteration.&lt;/p&gt;&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Divide the learning rate by 10 when the error stops falling, and watch it fall again: this is what the authors did by hand, three times. Ten times too much, and the loss jumps or becomes no number. Without dropout the training error falls faster and the validation error stays behind.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 학습을 조종하는 수들입니다. 지금 쓰이는 값, 이 실행을 시작할 때의 값, 논문의 값을 나란히 보여 줍니다. 위쪽의 값은 학습하는 동안에도 바꿀 수 있습니다. 값을 입력하고 Enter를 누르거나 화살표를 쓰세요. 바꿀 때마다 그 반복과 함께 기록됩니다.&lt;/p&gt;&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 오류율이 더 떨어지지 않으면 학습률을 10으로 나누고 다시 떨어지는지 보세요. 저자들은 이 일을 손으로 세 번 했습니다. 학습률이 열 배 크면 손실이 튀거나 수가 아닌 값이 됩니다. 드롭아웃이 없으면 학습 오류율은 더 빨리 떨어지지만 검증 오류율은 따라가지 못합니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;§5: &lt;i&gt;v&lt;/i&gt; ← %1·&lt;i&gt;v&lt;/i&gt; − %2·%3·&lt;i&gt;w&lt;/i&gt; − %3·∂L/∂&lt;i&gt;w&lt;/i&gt;, then &lt;i&gt;w&lt;/i&gt; ← &lt;i&gt;w&lt;/i&gt; + &lt;i&gt;v&lt;/i&gt;, with the gradient averaged over %4 pictures.&lt;/p&gt;</source>
        <translation>&lt;p&gt;§5: &lt;i&gt;v&lt;/i&gt; ← %1·&lt;i&gt;v&lt;/i&gt; − %2·%3·&lt;i&gt;w&lt;/i&gt; − %3·∂L/∂&lt;i&gt;w&lt;/i&gt;, 이어서 &lt;i&gt;w&lt;/i&gt; ← &lt;i&gt;w&lt;/i&gt; + &lt;i&gt;v&lt;/i&gt;. 기울기는 그림 %4장에 대한 평균입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;§4.2, %1: in training each unit is set to 0 with probability %2; in a test all are there, multiplied by %3.&lt;/p&gt;</source>
        <translation>&lt;p&gt;§4.2, %1: 학습할 때는 각 유닛이 %2의 확률로 0이 됩니다. 테스트할 때는 모든 유닛을 쓰되 %3을(를) 곱합니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;§4.2, %1: in training each unit is set to 0 with probability %2 and the others are multiplied by %3; in a test all are there as they are.&lt;/p&gt;</source>
        <translation>&lt;p&gt;§4.2, %1: 학습할 때는 각 유닛이 %2의 확률로 0이 되고 나머지에는 %3을(를) 곱합니다. 테스트할 때는 모든 유닛을 그대로 씁니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;A dropout changed inside an iteration counts from the next one on, so that one iteration has one dropout, forward and backward.&lt;/p&gt;</source>
        <translation>&lt;p&gt;반복 도중에 바꾼 드롭아웃은 다음 반복부터 적용됩니다. 그래서 한 반복 안에서는 순전파와 역전파의 드롭아웃이 같습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>0 now, 1 at the start, 2 in the paper</source>
        <translation>0 지금, 1 처음, 2 논문</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>가중치 감쇠</translation>
    </message>
    <message>
        <source>dropout of %1</source>
        <translation>%1의 드롭아웃</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>start</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>논문</translation>
    </message>
    <message>
        <source>What this run began with</source>
        <translation>이 실행을 시작할 때의 값</translation>
    </message>
    <message>
        <source>What the paper says (2012)</source>
        <translation>논문(2012)의 값</translation>
    </message>
    <message>
        <source>The rest of the recipe</source>
        <translation>나머지 학습 설정</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>이 실행</translation>
    </message>
    <message>
        <source>This network has no dropout layer.</source>
        <translation>이 신경망에는 드롭아웃 층이 없습니다.</translation>
    </message>
    <message>
        <source>Change all dropout layers together</source>
        <translation>모든 드롭아웃 층을 함께 바꾸기</translation>
    </message>
    <message>
        <source>A dropout typed for one layer is given to all of them</source>
        <translation>한 층에 입력한 드롭아웃을 모든 드롭아웃 층에 적용합니다</translation>
    </message>
    <message>
        <source>%1 at the start</source>
        <translation>처음 %1</translation>
    </message>
    <message>
        <source>%1 in the paper</source>
        <translation>논문 %1</translation>
    </message>
    <message>
        <source>Learning rate ε</source>
        <translation>학습률 ε</translation>
    </message>
    <message>
        <source>How far each update goes against the gradient (arrows: 1, 2, 5, 10 …)</source>
        <translation>갱신할 때마다 기울기 반대쪽으로 가는 정도 (화살표: 1, 2, 5, 10 …)</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>How much of the last update each new one keeps</source>
        <translation>새 갱신이 지난 갱신을 이어받는 정도</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>가중치 감쇠</translation>
    </message>
    <message>
        <source>How strongly each update pulls the weights towards 0 (arrows: 1, 2, 5, 10 …)</source>
        <translation>갱신할 때마다 가중치를 0 쪽으로 당기는 정도 (화살표: 1, 2, 5, 10 …)</translation>
    </message>
    <message>
        <source>Dropout of %1</source>
        <translation>%1의 드롭아웃</translation>
    </message>
    <message>
        <source>The probability p with which a unit is set to 0 in training; from the next iteration on</source>
        <translation>학습할 때 유닛이 0이 될 확률 p. 다음 반복부터 적용</translation>
    </message>
    <message>
        <source>Divide the learning rate by 10, as the authors did when the error stopped falling</source>
        <translation>학습률을 10으로 나누기. 오류율이 더 떨어지지 않을 때 저자들이 한 방법</translation>
    </message>
    <message>
        <source>Multiply the learning rate by 10</source>
        <translation>학습률에 10을 곱하기</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::IndexBar</name>
    <message>
        <source>Counting whose neighbours are of their class: %1 of %2</source>
        <translation>같은 클래스의 이웃을 세는 중: %1/%2</translation>
    </message>
    <message>
        <source>Passing pictures through the network: %1 of %2</source>
        <translation>그림을 신경망에 통과시키는 중: %1/%2</translation>
    </message>
    <message>
        <source>Waiting for a copy of the weights…</source>
        <translation>가중치의 사본을 기다리는 중…</translation>
    </message>
    <message>
        <source>%1: %2 numbers</source>
        <translation>%1: 수 %2개</translation>
    </message>
    <message>
        <source>%1: %2 maps of %3×%4</source>
        <translation>%1: %3×%4 맵 %2개</translation>
    </message>
    <message>
        <source>%1 of %2 training pictures · %3</source>
        <translation>학습 그림 %2장 중 %1장 · %3</translation>
    </message>
    <message>
        <source>%1 of %2 validation pictures · %3</source>
        <translation>검증 그림 %2장 중 %1장 · %3</translation>
    </message>
    <message>
        <source>%1 · Euclidean distance · weights of iteration %2 · %3</source>
        <translation>%1 · 유클리드 거리 · 반복 %2의 가중치 · %3</translation>
    </message>
    <message>
        <source>Start a run to see what its network finds alike.</source>
        <translation>실행을 시작하면 신경망이 무엇을 비슷하다고 보는지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Nothing is indexed yet. Press “Index now”: the pictures are passed through the network in the background.</source>
        <translation>아직 색인한 것이 없습니다. “지금 색인”을 누르면 백그라운드에서 그림을 신경망에 통과시킵니다.</translation>
    </message>
    <message>
        <source>Index now</source>
        <translation>지금 색인</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Index the pictures with the weights of now</source>
        <translation>지금 가중치로 그림 색인하기</translation>
    </message>
    <message>
        <source>Leave the index as it was</source>
        <translation>색인을 이전 그대로 두기</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>By whose numbers pictures are compared</source>
        <translation>그림을 비교할 때 쓰는 수의 층</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Which pictures are indexed</source>
        <translation>색인할 그림의 종류</translation>
    </message>
    <message>
        <source>How many pictures</source>
        <translation>그림 수</translation>
    </message>
    <message>
        <source>How many pictures are indexed at most</source>
        <translation>색인할 그림의 최대 수</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>색인 주기</translation>
    </message>
    <message>
        <source>How often they are indexed anew while the network learns, as long as this is in sight</source>
        <translation>이 화면이 보이는 동안, 신경망이 학습할 때 새로 색인하는 주기</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>그림 %1장</translation>
    </message>
    <message>
        <source>when asked</source>
        <translation>요청할 때</translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>%1초마다</translation>
    </message>
    <message>
        <source>every %1 min</source>
        <translation>%1분마다</translation>
    </message>
    <message>
        <source>How far the index is</source>
        <translation>색인 진행 상황</translation>
    </message>
    <message>
        <source>What the index is of</source>
        <translation>색인 대상</translation>
    </message>
    <message>
        <source>weights of iteration %1 · %2</source>
        <translation>반복 %1의 가중치 · %2</translation>
    </message>
    <message>
        <source>Start a run to see what excites the units of its network.</source>
        <translation>실행을 시작하면 신경망의 유닛이 무엇에 반응하는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증 데이터</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습 데이터</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>검사기</translation>
    </message>
    <message>
        <source>What is inspected</source>
        <translation>검사 대상</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값의 개수</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>최솟값</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>표준편차</translation>
    </message>
    <message>
        <source>… at the start</source>
        <translation>… 처음</translation>
    </message>
    <message>
        <source>Exactly zero</source>
        <translation>정확히 0</translation>
    </message>
    <message>
        <source>Not finite</source>
        <translation>유한하지 않음</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>initial</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, unit %2: %3</source>
        <translation>%1, 유닛 %2: %3</translation>
    </message>
    <message>
        <source>%1. Shown: %2. %3</source>
        <translation>%1. 보이는 것: %2. %3</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>gradient of the weights</source>
        <translation>가중치의 기울기</translation>
    </message>
    <message>
        <source>last update of the weights</source>
        <translation>가중치의 마지막 갱신</translation>
    </message>
    <message>
        <source>activation, pinned picture</source>
        <translation>고정한 그림의 활성값</translation>
    </message>
    <message>
        <source>activation in this step</source>
        <translation>이번 걸음의 활성값</translation>
    </message>
    <message>
        <source>gradient of the activation in this step</source>
        <translation>이번 걸음의 활성값 기울기</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The numbers behind the picture: of the layer that is selected, or of the one unit of it that you clicked. The box above says which: its weights and bias, the gradient of the loss by the weights, what the last update added, or what the layer answers.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 그림 뒤에 있는 수들입니다. 선택한 층 전체 또는 그 층에서 클릭한 유닛 하나의 수입니다. 무엇의 수인지는 위의 상자에서 고릅니다. 가중치와 편향, 가중치에 대한 손실의 기울기, 마지막 갱신이 더한 값, 또는 층의 출력입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Filled: now. Outline: at the start; each to its own height.&lt;/p&gt;&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; While the layer learns, its weights spread: the deviation grows and the histogram gets longer tails. Values that are not finite mean that training has broken down; a smaller learning rate helps.&lt;/p&gt;&lt;p&gt;§5: the weights start from N(0, σ); weight decay pulls them back towards 0 at every update.&lt;/p&gt;</source>
        <translation>&lt;p&gt;채운 부분: 지금. 윤곽선: 처음. 높이는 각각의 최댓값에 맞춥니다.&lt;/p&gt;&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 층이 학습하는 동안 가중치가 퍼집니다. 표준편차가 커지고 히스토그램의 꼬리가 길어집니다. 유한하지 않은 값이 있으면 학습이 무너진 것입니다. 학습률을 줄이면 나아집니다.&lt;/p&gt;&lt;p&gt;§5: 가중치는 N(0, σ)에서 시작하고, 가중치 감쇠가 갱신할 때마다 0 쪽으로 당깁니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; The deviation of an update should be near a thousandth of that of the weights: much more shakes them, much less leaves them as they are.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 갱신의 표준편차는 가중치 표준편차의 천분의 일쯤이 알맞습니다. 훨씬 크면 가중치가 흔들리고, 훨씬 작으면 가중치가 거의 그대로 있습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;§5: v ← %1·v − %2·ε·w − ε·∂L/∂w, then w ← w + v, with ε = %3 now. The update shown is v.&lt;/p&gt;</source>
        <translation>&lt;p&gt;§5: v ← %1·v − %2·ε·w − ε·∂L/∂w, 이어서 w ← w + v. 지금 ε = %3입니다. 여기 보이는 갱신이 v입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Test mode: the picture goes through the network as it does when the network is tested. Dropout does not draw, it scales.&lt;/p&gt;&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Behind a ReLU a good part is exactly zero (§3.1): only some units answer to a picture. If all of them are, the layer is dead.&lt;/p&gt;</source>
        <translation>&lt;p&gt;테스트 모드: 신경망을 테스트할 때와 똑같이 그림이 신경망을 지나갑니다. 드롭아웃은 뽑지 않고 값을 줄입니다.&lt;/p&gt;&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; ReLU 뒤에서는 상당수가 정확히 0입니다(§3.1). 그림 하나에는 일부 유닛만 반응합니다. 모두 0이면 그 층은 죽은 것입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Training mode: the numbers of the step that is under way, of one picture of its batch, cropped and coloured as the step has drawn it. Dropout has drawn its mask (§4.2).&lt;/p&gt;&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Where a ReLU&apos;s output is zero the gradient in front of it is zero too; from layer to layer backward it should neither vanish nor explode.&lt;/p&gt;</source>
        <translation>&lt;p&gt;학습 모드: 진행 중인 걸음의 수입니다. 배치 가운데 그림 한 장의 것으로, 이 걸음에서 뽑은 대로 자르고 색을 바꾼 그림입니다. 드롭아웃은 마스크를 뽑은 상태입니다(§4.2).&lt;/p&gt;&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; ReLU의 출력이 0인 곳에서는 그 앞의 기울기도 0입니다. 층을 하나씩 거슬러 가는 동안 기울기가 사라지거나 폭발하지 않아야 합니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The numbers appear as soon as a run is open.</source>
        <translation>실행을 열면 수가 나타납니다.</translation>
    </message>
    <message>
        <source>%1 numbers: too large to fetch (%2 MB, the limit is %3 MB).</source>
        <translation>수 %1개: 너무 커서 가져올 수 없습니다 (%2 MB, 한도 %3 MB).</translation>
    </message>
    <message>
        <source>No room beside the other views&apos; tensors. Close one of them.</source>
        <translation>다른 화면의 텐서 때문에 자리가 없습니다. 다른 화면을 하나 닫으세요.</translation>
    </message>
    <message>
        <source>Only while holding inside a step, behind this layer.</source>
        <translation>걸음 도중에 이 층을 지나 멈춰 있을 때만 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Only inside a step, once backward has reached this layer.</source>
        <translation>걸음 도중에 역전파가 이 층에 이른 뒤에만 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>No picture is pinned.</source>
        <translation>고정한 그림이 없습니다.</translation>
    </message>
    <message>
        <source>No gradient yet: the first backward pass makes it.</source>
        <translation>아직 기울기가 없습니다. 첫 역전파에서 생깁니다.</translation>
    </message>
    <message>
        <source>No update yet: the first iteration makes it.</source>
        <translation>아직 갱신이 없습니다. 첫 반복에서 생깁니다.</translation>
    </message>
    <message>
        <source>On its way from the device.</source>
        <translation>장치에서 가져오는 중입니다.</translation>
    </message>
    <message>
        <source>Test mode: dropout scales. Iteration %1.</source>
        <translation>테스트 모드: 드롭아웃이 값을 줄입니다. 반복 %1.</translation>
    </message>
    <message>
        <source>Training mode: dropout masks. Picture %1 of %2, iteration %3.</source>
        <translation>학습 모드: 드롭아웃이 마스크로 가립니다. 그림 %1/%2, 반복 %3.</translation>
    </message>
    <message>
        <source>Training mode: dropout masks. Iteration %1.</source>
        <translation>학습 모드: 드롭아웃이 마스크로 가립니다. 반복 %1.</translation>
    </message>
    <message>
        <source>Iteration %1. So large a tensor is fetched every %2 seconds.</source>
        <translation>반복 %1. 이렇게 큰 텐서는 %2초마다 가져옵니다.</translation>
    </message>
    <message>
        <source>Iteration %1.</source>
        <translation>반복 %1.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>Gradient of the weights</source>
        <translation>가중치의 기울기</translation>
    </message>
    <message>
        <source>Last update of the weights</source>
        <translation>가중치의 마지막 갱신</translation>
    </message>
    <message>
        <source>Activation, pinned picture (test mode)</source>
        <translation>고정한 그림의 활성값 (테스트 모드)</translation>
    </message>
    <message>
        <source>Activation in this step (training mode)</source>
        <translation>이번 걸음의 활성값 (학습 모드)</translation>
    </message>
    <message>
        <source>Gradient of the activation in this step</source>
        <translation>이번 걸음의 활성값 기울기</translation>
    </message>
    <message>
        <source>Which numbers of the selected layer or unit are counted</source>
        <translation>선택한 층이나 유닛에서 셀 수의 종류</translation>
    </message>
    <message>
        <source>What of the layer is inspected</source>
        <translation>층에서 검사할 것</translation>
    </message>
    <message>
        <source>Moment and mode of these numbers</source>
        <translation>이 수들의 시점과 모드</translation>
    </message>
    <message>
        <source>Histogram of what is inspected</source>
        <translation>검사 대상의 히스토그램</translation>
    </message>
    <message>
        <source>then</source>
        <translation>그때</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::KernelView</name>
    <message>
        <source>%1, numbers × %2</source>
        <translation>%1, 수 × %2</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::LayerRatesTable</name>
    <message>
        <source>Learning rate of %1: write a factor from 0 to %2.</source>
        <translation>%1의 학습률: 0에서 %2까지의 배수를 쓰세요.</translation>
    </message>
    <message>
        <source>Layers: none learns; give one of them a factor above 0.</source>
        <translation>층: 학습하는 층이 없습니다. 적어도 한 층의 배수를 0보다 크게 하세요.</translation>
    </message>
    <message>
        <source>Learns</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>× ε</source>
        <translation>× ε</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>시작 가중치</translation>
    </message>
    <message>
        <source>How fast each layer learns</source>
        <translation>층마다 학습하는 빠르기</translation>
    </message>
    <message>
        <source>A factor on the learning rate for each layer: 0 freezes it, 0.1 lets it follow slowly</source>
        <translation>층별 학습률 배수: 0이면 층을 동결하고, 0.1이면 천천히 따라가게 합니다</translation>
    </message>
    <message>
        <source>Only the last</source>
        <translation>마지막 층만</translation>
    </message>
    <message>
        <source>Freeze all layers but the one that tells the classes apart</source>
        <translation>클래스를 구별하는 층만 남기고 모든 층을 동결</translation>
    </message>
    <message>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Every layer learns at the learning rate</source>
        <translation>모든 층을 기본 학습률로 학습</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::LiveVideo</name>
    <message>
        <source>This program was built without a way to play videos.</source>
        <translation>이 프로그램은 동영상 재생 기능 없이 빌드되었습니다.</translation>
    </message>
    <message>
        <source>Camera %1</source>
        <translation>카메라 %1</translation>
    </message>
    <message>
        <source>This program was built without a way to read cameras.</source>
        <translation>이 프로그램은 카메라 기능 없이 빌드되었습니다.</translation>
    </message>
    <message>
        <source>%1, frame %2</source>
        <translation>%1, 프레임 %2</translation>
    </message>
    <message>
        <source>%1 is being opened…</source>
        <translation>%1을(를) 여는 중…</translation>
    </message>
    <message>
        <source>%1 stands still.</source>
        <translation>%1이(가) 멈춰 있습니다.</translation>
    </message>
    <message>
        <source>%1 is at its end.</source>
        <translation>%1이(가) 끝났습니다.</translation>
    </message>
    <message>
        <source>%1: %2 frames a second go through the network.</source>
        <translation>%1: 초당 %2프레임이 신경망을 지나갑니다.</translation>
    </message>
    <message>
        <source>%1: %2 frames a second go through the network; the file has %3.</source>
        <translation>%1: 초당 %2프레임이 신경망을 지나갑니다. 파일은 초당 %3프레임입니다.</translation>
    </message>
    <message>
        <source>No frame was dropped.</source>
        <translation>건너뛴 프레임이 없습니다.</translation>
    </message>
    <message>
        <source>Frames dropped because newer ones came first: %1.</source>
        <translation>더 새로운 프레임이 먼저 와서 건너뛴 프레임: %1개.</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::LrnControls</name>
    <message>
        <source>k of the normalisation</source>
        <translation>정규화의 k</translation>
    </message>
    <message>
        <source>k: what the denominator is at least; 2 in the paper (arrow keys move)</source>
        <translation>k: 분모의 최솟값. 논문에서는 2 (화살표 키로 조절)</translation>
    </message>
    <message>
        <source>n of the normalisation</source>
        <translation>정규화의 n</translation>
    </message>
    <message>
        <source>n: how many neighbouring channels are summed; 5 in the paper (arrow keys move)</source>
        <translation>n: 합에 넣는 이웃 채널의 수. 논문에서는 5 (화살표 키로 조절)</translation>
    </message>
    <message>
        <source>α of the normalisation</source>
        <translation>정규화의 α</translation>
    </message>
    <message>
        <source>α: the weight of the sum of squares, ten steps a decade; 0.0001 in the paper (arrow keys move)</source>
        <translation>α: 제곱합에 곱하는 가중치, 열 배에 열 단계. 논문에서는 0.0001 (화살표 키로 조절)</translation>
    </message>
    <message>
        <source>β of the normalisation</source>
        <translation>정규화의 β</translation>
    </message>
    <message>
        <source>β: the power of the denominator; 0.75 in the paper (arrow keys move)</source>
        <translation>β: 분모의 거듭제곱 지수. 논문에서는 0.75 (화살표 키로 조절)</translation>
    </message>
    <message>
        <source>α as printed</source>
        <translation>논문 그대로의 α</translation>
    </message>
    <message>
        <source>α divided by n</source>
        <translation>n으로 나눈 α</translation>
    </message>
    <message>
        <source>Convention of α</source>
        <translation>α의 규약</translation>
    </message>
    <message>
        <source>The paper and TensorFlow multiply the sum by α; the code of 2012, Caffe, cuDNN, oneDNN and PyTorch by α/n</source>
        <translation>논문과 TensorFlow는 합에 α를 곱하고, 2012년의 코드와 Caffe, cuDNN, oneDNN, PyTorch는 α/n을 곱합니다</translation>
    </message>
    <message>
        <source>Network&apos;s values</source>
        <translation>신경망의 값</translation>
    </message>
    <message>
        <source>Back to the network&apos;s values</source>
        <translation>신경망의 값으로 되돌리기</translation>
    </message>
    <message>
        <source>Back to the constants the network computes with (R)</source>
        <translation>신경망이 계산에 쓰는 상수로 되돌리기 (R)</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::LrnPanel</name>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>LRN</source>
        <translation>LRN</translation>
    </message>
    <message>
        <source>k = %1, n = %2, α = %3 (%4), β = %5</source>
        <translation>k = %1, n = %2, α = %3 (%4), β = %5</translation>
    </message>
    <message>
        <source>as printed</source>
        <translation>논문 그대로</translation>
    </message>
    <message>
        <source>divided by n</source>
        <translation>n으로 나눔</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The maps of %1 before and after %2, on one scale, and what is left of each number: after ÷ before. Below, all channels at the place you chose: the input, and over it the output. The shaded channels are the ones whose squares suppress the chosen one.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; %2 전과 후의 %1 맵을 같은 눈금으로 보여 주고, 각 수가 얼마나 남았는지를 후 ÷ 전으로 보여 줍니다. 아래는 고른 위치의 모든 채널입니다. 입력 위에 출력을 겹쳐 그립니다. 음영을 넣은 채널은 그 제곱이 고른 채널을 억제하는 채널입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;b = a / (k + %1 · Σ a²)&lt;sup&gt;β&lt;/sup&gt;, summed over n = %2 channels; here k = %3, α = %4, β = %5. A channel among silent neighbours keeps k&lt;sup&gt;−β&lt;/sup&gt; = %6 of itself.&lt;/p&gt;</source>
        <translation>&lt;p&gt;b = a / (k + %1 · Σ a²)&lt;sup&gt;β&lt;/sup&gt;, 합은 채널 n = %2개에 걸칩니다. 여기서 k = %3, α = %4, β = %5입니다. 이웃이 모두 조용한 채널은 원래 값의 k&lt;sup&gt;−β&lt;/sup&gt; = %6만큼 남습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The channels are split into %1 groups (dotted lines); no window reaches across.&lt;/p&gt;</source>
        <translation>&lt;p&gt;채널은 %1개 그룹으로 나뉩니다(점선). 합의 범위는 그룹을 넘지 않습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;This network has no local response normalisation, so there is nothing to see here.&lt;/p&gt;</source>
        <translation>&lt;p&gt;이 신경망에는 지역 응답 정규화가 없어서 여기에 볼 것이 없습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; A strong answer dims its neighbours: channels compete at every place of the picture, like neurons that inhibit each other. Move the sliders: with small activations the sum hardly counts against k and everything is scaled alike; with a larger α the peaks stand alone.&lt;/p&gt;&lt;p&gt;The sliders change this view only, never the network or its training.&lt;/p&gt;&lt;p&gt;§3.3: it lowered the top-1 error by 1.4 % and the top-5 error by 1.2 %. The paper multiplies the sum by α; its own code, Caffe, cuDNN and PyTorch by α/n, which is n times less.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 강한 반응은 이웃을 약하게 만듭니다. 서로 억제하는 뉴런처럼 그림의 모든 위치에서 채널끼리 경쟁합니다. 슬라이더를 움직여 보세요. 활성값이 작으면 합이 k에 견주어 거의 영향을 주지 못해 모두 같은 비율로 줄어들고, α가 커지면 봉우리만 홀로 남습니다.&lt;/p&gt;&lt;p&gt;슬라이더는 이 화면만 바꾸며, 신경망이나 학습은 바꾸지 않습니다.&lt;/p&gt;&lt;p&gt;§3.3: 이 정규화로 top-1 오류율이 1.4 %, top-5 오류율이 1.2 % 낮아졌습니다. 논문은 합에 α를 곱하고, 논문의 실제 코드와 Caffe, cuDNN, PyTorch는 그보다 n배 작은 α/n을 곱합니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1; %2, channel %3 at %4, %5</source>
        <translation>%1; %2, 위치 %4의 채널 %3, %5</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>before</source>
        <translation>전</translation>
    </message>
    <message>
        <source>after</source>
        <translation>후</translation>
    </message>
    <message>
        <source>after / before</source>
        <translation>후 / 전</translation>
    </message>
    <message>
        <source>mean after / before</source>
        <translation>후 / 전 평균</translation>
    </message>
    <message>
        <source>The maps appear as soon as a run is open and a picture pinned.</source>
        <translation>실행을 열고 그림을 고정하면 맵이 나타납니다.</translation>
    </message>
    <message>
        <source>These maps are too large to be looked at beside everything else; close other views.</source>
        <translation>이 맵은 너무 커서 다른 것과 함께 볼 수 없습니다. 다른 화면을 닫으세요.</translation>
    </message>
    <message>
        <source>Picture %1 of %2 of this step&apos;s batch, training mode, iteration %3</source>
        <translation>이번 걸음의 배치 가운데 그림 %1/%2, 학습 모드, 반복 %3</translation>
    </message>
    <message>
        <source>Pinned picture %1, test mode, iteration %2</source>
        <translation>고정한 그림 %1, 테스트 모드, 반복 %2</translation>
    </message>
    <message>
        <source>All channels at %1</source>
        <translation>위치 %1의 모든 채널</translation>
    </message>
    <message>
        <source>Channel %1: %2 before, %3 after</source>
        <translation>채널 %1: 전 %2, 후 %3</translation>
    </message>
    <message>
        <source>%1 of a is left.</source>
        <translation>a의 %1만 남습니다.</translation>
    </message>
    <message>
        <source>The device computes in bf16 and has %1.</source>
        <translation>장치는 bf16으로 계산하며 그 값은 %1입니다.</translation>
    </message>
    <message>
        <source>The network itself has %1.</source>
        <translation>신경망 자체의 값은 %1입니다.</translation>
    </message>
    <message>
        <source>after: %1</source>
        <translation>후: %1</translation>
    </message>
    <message>
        <source>after, with these constants</source>
        <translation>후, 이 상수로 계산</translation>
    </message>
    <message>
        <source>This step has not computed %1 yet.</source>
        <translation>이번 걸음에서는 아직 %1을(를) 계산하지 않았습니다.</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>전: %1</translation>
    </message>
    <message>
        <source>after ÷ before</source>
        <translation>후 ÷ 전</translation>
    </message>
    <message>
        <source>scale of the layer</source>
        <translation>층 전체의 눈금</translation>
    </message>
    <message>
        <source>scale of the channel</source>
        <translation>채널의 눈금</translation>
    </message>
    <message>
        <source>mean of after ÷ before</source>
        <translation>후 ÷ 전의 평균</translation>
    </message>
    <message>
        <source>Mean of after ÷ before; silent neighbours leave k⁻ᵝ = %1</source>
        <translation>후 ÷ 전의 평균. 이웃이 조용하면 k⁻ᵝ = %1</translation>
    </message>
    <message>
        <source>Your constants: %1</source>
        <translation>고른 상수: %1</translation>
    </message>
    <message>
        <source>Formula against device: largest difference %1 of the largest activation</source>
        <translation>수식과 장치 비교: 가장 큰 활성값에 대한 최대 차이의 비 %1</translation>
    </message>
    <message>
        <source>channel %1 at %2: before %3, after %4, ratio %5</source>
        <translation>채널 %1, 위치 %2: 전 %3, 후 %4, 비 %5</translation>
    </message>
    <message>
        <source>channel %1: %2 left on average</source>
        <translation>채널 %1: 평균 %2 남음</translation>
    </message>
    <message>
        <source>channel %1 is silent on this picture</source>
        <translation>채널 %1: 이 그림에 반응하지 않음</translation>
    </message>
    <message>
        <source>channel %1 at %2: before %3, after %4</source>
        <translation>채널 %1, 위치 %2: 전 %3, 후 %4</translation>
    </message>
    <message>
        <source>This network has no local response normalisation. AlexNet&apos;s do (alexnet, alexnet-small, alexnet-original, alexnet-caffe, caffenet, alexnet-onetower): choose one of them above.</source>
        <translation>이 신경망에는 지역 응답 정규화가 없습니다. AlexNet 계열(alexnet, alexnet-small, alexnet-original, alexnet-caffe, caffenet, alexnet-onetower)에는 있습니다. 위에서 하나를 고르세요.</translation>
    </message>
    <message>
        <source>Normalisation layer</source>
        <translation>정규화 층</translation>
    </message>
    <message>
        <source>Which of the network&apos;s normalisation layers to look at</source>
        <translation>신경망의 정규화 층 가운데 살펴볼 층</translation>
    </message>
    <message>
        <source>channel </source>
        <translation>채널 </translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>The channel looked at (← and → in the maps; Home, End)</source>
        <translation>살펴볼 채널 (맵에서 ←와 →, Home, End)</translation>
    </message>
    <message>
        <source>One channel</source>
        <translation>채널 하나</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>모든 채널</translation>
    </message>
    <message>
        <source>Maps shown</source>
        <translation>보이는 맵</translation>
    </message>
    <message>
        <source>The maps of the chosen channel, or of all (A in the maps)</source>
        <translation>고른 채널의 맵 또는 모든 채널의 맵 (맵에서 A)</translation>
    </message>
    <message>
        <source>Scale: layer</source>
        <translation>눈금: 층 전체</translation>
    </message>
    <message>
        <source>Scale: channel</source>
        <translation>눈금: 채널</translation>
    </message>
    <message>
        <source>Scale of the maps</source>
        <translation>맵의 눈금</translation>
    </message>
    <message>
        <source>One scale for the whole layer, or for the channel shown; before and after always share it</source>
        <translation>층 전체에 눈금 하나 또는 보이는 채널의 눈금. 전과 후는 언제나 같은 눈금을 씁니다</translation>
    </message>
    <message>
        <source>Maps before and after the normalisation, and their ratio</source>
        <translation>정규화 전과 후의 맵과 그 비</translation>
    </message>
    <message>
        <source>Click a place; ← and → change the channel, with Shift the arrows move the place, A shows all channels</source>
        <translation>위치를 클릭하세요. ←와 →로 채널을 바꾸고, Shift와 화살표로 위치를 옮기며, A로 모든 채널을 봅니다</translation>
    </message>
    <message>
        <source>Channel profile</source>
        <translation>채널 단면</translation>
    </message>
    <message>
        <source>Input and output of every channel at the chosen place; click one to choose it</source>
        <translation>고른 위치에서 모든 채널의 입력과 출력. 클릭하면 그 채널을 고릅니다</translation>
    </message>
    <message>
        <source>The channels at the chosen place</source>
        <translation>고른 위치의 채널들</translation>
    </message>
    <message>
        <source>What is left of each channel</source>
        <translation>채널마다 남는 비율</translation>
    </message>
    <message>
        <source>The mean of after ÷ before over the places where a channel answers; click one to choose it</source>
        <translation>채널이 반응하는 위치에서 구한 후 ÷ 전의 평균. 클릭하면 그 채널을 고릅니다</translation>
    </message>
    <message>
        <source>How much is left of each channel</source>
        <translation>채널마다 얼마나 남는지</translation>
    </message>
    <message>
        <source>Formula with the numbers of the chosen place</source>
        <translation>고른 위치의 수를 넣은 수식</translation>
    </message>
    <message>
        <source>What the maps are of</source>
        <translation>맵의 대상</translation>
    </message>
    <message>
        <source>Formula and device</source>
        <translation>수식과 장치</translation>
    </message>
    <message>
        <source>Under the mouse</source>
        <translation>마우스가 가리키는 값</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::MainWindow</name>
    <message>
        <source>Start a new run</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <source>%1 on %2 – Alexscope</source>
        <translation>%1, %2 – Alexscope</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>모양새(&amp;A)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Step:</source>
        <translation>한 걸음:</translation>
    </message>
    <message>
        <source>Train without stopping</source>
        <translation>멈추지 않고 학습</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Stop after the piece under way</source>
        <translation>하던 조각까지 마치고 멈춤</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>One piece: a layer forward or backward, a batch loaded, or the update</source>
        <translation>한 조각: 층 하나의 순전파나 역전파, 배치 읽기, 또는 갱신</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>패스</translation>
    </message>
    <message>
        <source>To the end of the forward or backward pass</source>
        <translation>순전파 또는 역전파가 끝날 때까지</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>One batch: forward, backward, update</source>
        <translation>배치 하나: 순전파, 역전파, 갱신</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>Once through the training set</source>
        <translation>학습 데이터 전체를 한 번</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Back to iteration 0 with the same initial weights (same seed)</source>
        <translation>같은 처음 가중치(같은 시드)로 반복 0부터</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>새 시드</translation>
    </message>
    <message>
        <source>Back to iteration 0 with other initial weights</source>
        <translation>다른 처음 가중치로 반복 0부터</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>프로그램 끝내기</translation>
    </message>
    <message>
        <source>Default layout</source>
        <translation>기본 배치</translation>
    </message>
    <message>
        <source>Put all panels back in their places</source>
        <translation>모든 패널을 제자리로</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>화면 전체 사용</translation>
    </message>
    <message>
        <source>About Alexscope</source>
        <translation>Alexscope 정보</translation>
    </message>
    <message>
        <source>Version, licence and libraries</source>
        <translation>버전, 라이선스, 라이브러리</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>데스크톱 설정대로</translation>
    </message>
    <message>
        <source>&lt;p&gt;Computing now: %1 (%2, %3).&lt;/p&gt;</source>
        <translation>&lt;p&gt;지금 계산하는 장치: %1 (%2, %3).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Alexscope %1&lt;/h3&gt;&lt;p&gt;Watch AlexNet learn, and look inside while it does.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Alexscope %1&lt;/h3&gt;&lt;p&gt;AlexNet이 학습하는 모습을 지켜보고, 학습하는 동안 속을 들여다봅니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Built with Qt %1 and QCustomPlot.&lt;/p&gt;</source>
        <translation>&lt;p&gt;GNU 일반 공중 사용 허가서(GPL) 3판 또는 그 이후 판을 따르는 자유 소프트웨어입니다. Qt %1과 QCustomPlot으로 만들었습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A new run starts from iteration 0 and gives up this one, which stands at iteration %1.</source>
        <translation>새로 시작하면 반복 0부터 학습하며, 반복 %1까지 온 지금 학습은 버립니다.</translation>
    </message>
    <message>
        <source>%1 on %2, recorded in %3 – Alexscope</source>
        <translation>%1, %2, 기록: %3 – Alexscope</translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation>화면 그림 내보내기…</translation>
    </message>
    <message>
        <source>Save what the current view shows as PNG, SVG or PDF</source>
        <translation>지금 화면에 보이는 것을 PNG, SVG 또는 PDF로 저장</translation>
    </message>
    <message>
        <source>Export numbers…</source>
        <translation>수치 내보내기…</translation>
    </message>
    <message>
        <source>Save the numbers behind the current view</source>
        <translation>지금 화면의 바탕이 되는 수치 저장</translation>
    </message>
    <message>
        <source>&amp;Scene</source>
        <translation>장면(&amp;S)</translation>
    </message>
    <message>
        <source>Panels of the lecture</source>
        <translation>강의 패널</translation>
    </message>
    <message>
        <source>Open scene…</source>
        <translation>장면 열기…</translation>
    </message>
    <message>
        <source>Show a saved moment of a lecture again</source>
        <translation>저장해 둔 강의의 한 순간을 다시 보기</translation>
    </message>
    <message>
        <source>Save scene…</source>
        <translation>장면 저장…</translation>
    </message>
    <message>
        <source>Save run, seed, selection and arrangement of the window</source>
        <translation>실행, 시드, 선택, 창 배치 저장</translation>
    </message>
    <message>
        <source>Lecture mode</source>
        <translation>강의 모드</translation>
    </message>
    <message>
        <source>Large type, chosen panels, single keys</source>
        <translation>큰 글자, 고른 패널, 키 하나로 조작</translation>
    </message>
    <message>
        <source>Export animation…</source>
        <translation>애니메이션 내보내기…</translation>
    </message>
    <message>
        <source>Save the run&apos;s past in the current view as an animated GIF</source>
        <translation>지금 화면에서 본 실행의 이력을 움직이는 GIF로 저장</translation>
    </message>
    <message>
        <source>Scenes (*.alexscene)</source>
        <translation>장면 (*.alexscene)</translation>
    </message>
    <message>
        <source>The scene&apos;s run goes on from its checkpoint to iteration %1; Pause stops it sooner.</source>
        <translation>장면의 실행을 체크포인트에서 반복 %1까지 이어서 합니다. 일시정지를 누르면 더 일찍 멈춥니다.</translation>
    </message>
    <message>
        <source>The scene&apos;s run trains again to iteration %1, where it was saved; Pause stops it sooner.</source>
        <translation>장면의 실행을 저장한 시점인 반복 %1까지 다시 학습합니다. 일시정지를 누르면 더 일찍 멈춥니다.</translation>
    </message>
    <message>
        <source>Save the scene</source>
        <translation>장면 저장</translation>
    </message>
    <message>
        <source>Open a scene</source>
        <translation>장면 열기</translation>
    </message>
    <message>
        <source>The scene starts a run of its own and gives up this one, which stands at iteration %1.</source>
        <translation>장면을 열면 새 실행을 시작하며, 반복 %1까지 온 지금 학습은 버립니다.</translation>
    </message>
    <message>
        <source>Open the scene</source>
        <translation>장면 열기</translation>
    </message>
    <message>
        <source>Drawing the moments of %1…</source>
        <translation>%1의 시점들을 그리는 중…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Export animation</source>
        <translation>애니메이션 내보내기</translation>
    </message>
    <message>
        <source>The animation is in %1.</source>
        <translation>애니메이션을 %1에 저장했습니다.</translation>
    </message>
    <message>
        <source>Trained example: %1 on %2 – Alexscope</source>
        <translation>학습된 예제: %1, %2 – Alexscope</translation>
    </message>
    <message>
        <source>Keys of the lecture</source>
        <translation>강의 모드의 키</translation>
    </message>
    <message>
        <source>None of the lecture&apos;s panels shows the picture. Scene → Panels of the lecture adds Activations.</source>
        <translation>그림을 보여 주는 강의 패널이 없습니다. 장면 → 강의 패널에서 활성값을 추가할 수 있습니다.</translation>
    </message>
    <message>
        <source>None of the lecture&apos;s panels shows the layer. Scene → Panels of the lecture adds Activations.</source>
        <translation>층을 보여 주는 강의 패널이 없습니다. 장면 → 강의 패널에서 활성값을 추가할 수 있습니다.</translation>
    </message>
    <message>
        <source>Weights: %1 – Alexscope</source>
        <translation>가중치: %1 – Alexscope</translation>
    </message>
    <message>
        <source>Esc: leave   Space: run, pause   →: layer   ↓: iteration   PgUp, PgDn: which layer   , .: which picture   Tab: view   H: hide this</source>
        <translation>Esc: 나가기   Space: 실행, 일시정지   →: 층   ↓: 반복   PgUp, PgDn: 층 고르기   , .: 그림 고르기   Tab: 화면   H: 이 안내 숨기기</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::MapLegend</name>
    <message>
        <source>Colour scale</source>
        <translation>색 눈금</translation>
    </message>
    <message>
        <source>Blue stands for %1, white for 0, orange for %2</source>
        <translation>파랑은 %1, 흰색은 0, 주황은 %2</translation>
    </message>
    <message>
        <source>The darkest colour stands for %1, the brightest for %2</source>
        <translation>가장 어두운 색은 %1, 가장 밝은 색은 %2</translation>
    </message>
    <message>
        <source>Every tile has a scale of its own: blue is negative, white 0, orange positive</source>
        <translation>타일마다 눈금이 다릅니다. 파랑은 음수, 흰색은 0, 주황은 양수입니다</translation>
    </message>
    <message>
        <source>Every tile has a scale of its own: the darkest colour is 0, the brightest its largest value</source>
        <translation>타일마다 눈금이 다릅니다. 가장 어두운 색은 0, 가장 밝은 색은 그 타일에서 가장 큰 값입니다</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>메시지 닫기</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>그렇게 하기</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::MomentSlider</name>
    <message>
        <source>Now, iteration %1</source>
        <translation>지금, 반복 %1</translation>
    </message>
    <message>
        <source>Iteration %1</source>
        <translation>반복 %1</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::NeighboursPanel</name>
    <message>
        <source>distance %1 in the numbers of %2</source>
        <translation>%2의 수로 잰 거리 %1</translation>
    </message>
    <message>
        <source>distance %1 in grey levels</source>
        <translation>밝기 단계로 잰 거리 %1</translation>
    </message>
    <message>
        <source>There is no picture yet: drop one of your own, or choose one under Data.</source>
        <translation>아직 그림이 없습니다. 직접 고른 그림을 끌어다 놓거나 데이터에서 하나를 고르세요.</translation>
    </message>
    <message>
        <source>precision@%1: %2</source>
        <translation>정밀도@%1: %2</translation>
    </message>
    <message>
        <source>Nearest to the network, in %1</source>
        <translation>신경망이 보기에 가장 가까운 그림, %1 기준</translation>
    </message>
    <message>
        <source>Nearest to the network</source>
        <translation>신경망이 보기에 가장 가까운 그림</translation>
    </message>
    <message>
        <source>Nearest in pixels</source>
        <translation>픽셀로 가장 가까운 그림</translation>
    </message>
    <message>
        <source>The pinned picture</source>
        <translation>고정한 그림</translation>
    </message>
    <message>
        <source>The chosen picture</source>
        <translation>고른 그림</translation>
    </message>
    <message>
        <source>network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>픽셀</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>우연</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Of the %1 nearest, %2 are of the class of the picture asked for in %3, %4 in pixels; chance gives %5. Each of the %6 pictures is asked for in turn, and is not its own neighbour.</source>
        <translation>가장 가까운 %1장 가운데 기준 그림과 클래스가 같은 비율은 %3에서 %2, 픽셀에서 %4이고, 우연이면 %5입니다. 그림 %6장을 하나씩 차례로 기준으로 삼으며, 자기 자신은 이웃으로 치지 않습니다.</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>이웃</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The picture asked for, and the pictures that lie nearest to it: above by the numbers of one layer, as Euclidean distance; below by the pixels themselves. ✓ in a blue frame is of the same class, ✗ in a dashed orange one of another. The curve is precision@k: how many of the k nearest are of the right class, over all indexed pictures.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 기준 그림과 그 그림에 가장 가까운 그림들입니다. 위는 한 층의 수로 잰 유클리드 거리로, 아래는 픽셀 자체로 찾은 것입니다. 파란 테두리의 ✓는 같은 클래스, 주황색 점선 테두리의 ✗는 다른 클래스의 그림입니다. 곡선은 정밀도@k입니다. 가장 가까운 k장 가운데 클래스가 맞는 그림의 비율을 색인한 모든 그림에 걸쳐 구한 값입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Now: |a − b| = √Σ&lt;sub&gt;i&lt;/sub&gt;(a&lt;sub&gt;i&lt;/sub&gt; − b&lt;sub&gt;i&lt;/sub&gt;)² over %1 numbers of %2, and over %3 of the pixels (the crop the network sees, averaged down to %4×%4 in three colours).&lt;/p&gt;</source>
        <translation>&lt;p&gt;지금: |a − b| = √Σ&lt;sub&gt;i&lt;/sub&gt;(a&lt;sub&gt;i&lt;/sub&gt; − b&lt;sub&gt;i&lt;/sub&gt;)². %2의 수 %1개와 픽셀의 수 %3개로 계산합니다(픽셀은 신경망이 보는 자른 조각을 평균하여 세 가지 색의 %4×%4 크기로 줄인 것).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Before training both rows are alike: colours and brightness decide. While the network learns, the upper row comes to show the same thing in another pose, light or colour, and its curve leaves that of the pixels. Which mistakes does it make, and can you see why?&lt;/p&gt;&lt;p&gt;A click asks for that picture&apos;s neighbours, a double click (or P) pins it for all views.&lt;/p&gt;&lt;p&gt;§6.1 and Figure 4 (right): the paper compares the 4096 numbers of its last hidden layer.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 학습 전에는 두 줄이 비슷합니다. 색과 밝기가 결정하기 때문입니다. 신경망이 학습하는 동안 윗줄에는 같은 대상이 다른 자세, 다른 빛, 다른 색으로 찍힌 그림이 나타나고, 그 곡선은 픽셀의 곡선에서 멀어집니다. 신경망은 무엇을 틀리며, 왜 틀리는지 알 수 있나요?&lt;/p&gt;&lt;p&gt;그림을 클릭하면 그 그림의 이웃을 찾고, 두 번 클릭하면(또는 P) 모든 화면에 그 그림을 고정합니다.&lt;/p&gt;&lt;p&gt;§6.1, 그림 4(오른쪽): 논문에서는 마지막 은닉층의 수 4096개를 비교합니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>How many neighbours</source>
        <translation>이웃 수</translation>
    </message>
    <message>
        <source>How many of the nearest are shown and counted</source>
        <translation>가장 가까운 그림 가운데 보여 주고 셀 그림의 수</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>이전 그림</translation>
    </message>
    <message>
        <source>Pin the picture before in the set</source>
        <translation>데이터에서 앞의 그림 고정</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>다음 그림</translation>
    </message>
    <message>
        <source>Pin the next picture of the set</source>
        <translation>데이터에서 다음 그림 고정</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>고정한 그림</translation>
    </message>
    <message>
        <source>Ask for the pinned picture</source>
        <translation>고정한 그림의 이웃 찾기</translation>
    </message>
    <message>
        <source>Ask for the pinned picture again</source>
        <translation>고정한 그림의 이웃을 다시 찾기</translation>
    </message>
    <message>
        <source>The picture asked for</source>
        <translation>기준 그림</translation>
    </message>
    <message>
        <source>The nearest to the network</source>
        <translation>신경망이 보기에 가장 가까운 그림</translation>
    </message>
    <message>
        <source>The nearest in pixels</source>
        <translation>픽셀로 가장 가까운 그림</translation>
    </message>
    <message>
        <source>Precision over the iterations</source>
        <translation>반복에 따른 정밀도</translation>
    </message>
    <message>
        <source>Precision in words</source>
        <translation>정밀도를 설명하는 글</translation>
    </message>
    <message>
        <source>%1 of %2 bits differ</source>
        <translation>%2비트 중 %1비트가 다릅니다</translation>
    </message>
    <message>
        <source>Nearest by codes of %1 bits</source>
        <translation>%1비트 이진 코드로 가장 가까운 그림</translation>
    </message>
    <message>
        <source>finds %1 of the nearest</source>
        <translation>가장 가까운 그림의 %1를 찾음</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Codes.&lt;/b&gt; Thousands of numbers a picture are much to compare; the paper proposes short binary codes in their place (§6.1). Here each bit says on which side of a random plane through the middle of the set a picture lies: %1 bits in place of %2 numbers, compared by counting those that differ. A million such codes fit into 64 MB; how many of the true neighbours they find stands above the row.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;코드.&lt;/b&gt; 그림마다 수천 개의 수를 비교하는 일은 많은 계산을 요구하므로, 논문은 그 대신 짧은 이진 코드를 제안합니다(§6.1). 여기서 각 비트는 집합의 가운데를 지나는 임의의 평면에서 그림이 어느 쪽에 있는지를 나타냅니다. %2개의 수 대신 %1비트를 쓰고, 서로 다른 비트의 수를 세어 비교합니다. 이런 코드는 백만 개가 64MB에 들어가며, 실제 이웃을 얼마나 찾아내는지는 줄 위에 적혀 있습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>이진 코드</translation>
    </message>
    <message>
        <source>Show what codes find</source>
        <translation>이진 코드로 찾은 그림 보이기</translation>
    </message>
    <message>
        <source>Also the nearest by short codes in place of the layer&apos;s numbers</source>
        <translation>층의 수 대신 짧은 이진 코드로 찾은 가장 가까운 그림도 보입니다</translation>
    </message>
    <message>
        <source>The nearest by codes</source>
        <translation>이진 코드로 가장 가까운 그림</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::NetworkDiagram</name>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::NetworkPanel</name>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The network as in the paper&apos;s Figure 2, from the input to the probabilities. A box is a convolution: its front is as large as its maps, its depth tells how many there are (both on a logarithmic scale). A bar is a fully connected layer. Thin slabs are what works on a layer&apos;s output without weights of its own.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 논문의 그림 2처럼 입력에서 확률까지 그린 신경망입니다. 상자는 합성곱입니다. 앞면의 크기는 맵의 크기를, 깊이는 맵의 수를 나타냅니다(둘 다 로그 눈금). 막대는 완전 연결층입니다. 얇은 판은 자기 가중치 없이 층의 출력을 처리하는 층입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;%1 has %2 parameters, %3 of them in fully connected layers, and needs %4 multiply-adds for one picture forward, %5 of them in convolutions. Beside each name stands the shape of its output, below it parameters · multiply-adds.&lt;/p&gt;</source>
        <translation>&lt;p&gt;%1의 매개변수는 %2개이며 그중 %3개가 완전 연결층에 있습니다. 그림 한 장의 순전파에는 곱셈-덧셈 %4회가 필요하며 그중 %5회가 합성곱입니다. 이름 옆에는 출력의 모양이, 그 아래에는 매개변수 · 곱셈-덧셈의 수가 있습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The side of a map: (in + 2·padding − size) / stride + 1. For %1: (%2 + 2·%3 − %4) / %5 + 1 = %6%7.&lt;/p&gt;</source>
        <translation>&lt;p&gt;맵 한 변의 길이: (입력 + 2·패딩 − 크기) / 스트라이드 + 1. %1에서는 (%2 + 2·%3 − %4) / %5 + 1 = %6%7.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>, rounded up</source>
        <translation>, 올림</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; The colours on the boxes are the layer&apos;s mean map of the pinned picture; on the bars each cell is one unit. Maps shrink and multiply on the way: where something is gets lost, what it is comes out. Point at a layer: the frame in the input is what one of its units sees.&lt;/p&gt;&lt;p&gt;&lt;b&gt;The step.&lt;/b&gt; Hold, or go in slow motion: the mark on the line walks down layer by layer (solid frame), then back up with the gradients (dashed frame), then all weights are updated (dotted frame). Small marks say how far this step has come.&lt;/p&gt;&lt;p&gt;§3.2 and §3.5: the two towers are the two graphics cards of 2012. They exchange maps only where lines cross.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 상자의 색은 고정한 그림에 대한 층의 평균 맵이고, 막대에서는 칸 하나가 유닛 하나입니다. 맵은 갈수록 작아지고 많아집니다. 무엇이 어디에 있는지는 흐려지고, 그것이 무엇인지가 드러납니다. 층을 가리켜 보세요. 입력에 나타나는 테두리가 그 층의 유닛 하나가 보는 범위입니다.&lt;/p&gt;&lt;p&gt;&lt;b&gt;걸음.&lt;/b&gt; 멈춰 두거나 느린 동작으로 진행해 보세요. 선 위의 표시가 층을 하나씩 내려갔다가(실선 테두리) 기울기와 함께 다시 올라오고(파선 테두리), 그다음 모든 가중치가 갱신됩니다(점선 테두리). 작은 표시는 이번 걸음이 어디까지 왔는지를 나타냅니다.&lt;/p&gt;&lt;p&gt;§3.2와 §3.5: 두 탑은 2012년의 그래픽 카드 두 장입니다. 선이 교차하는 곳에서만 맵을 주고받습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>다음: %1</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>The run is done</source>
        <translation>실행이 끝났습니다</translation>
    </message>
    <message>
        <source>Show the whole network (0); + and −, or Ctrl and the wheel, zoom</source>
        <translation>신경망 전체 보기 (0). + 와 −, 또는 Ctrl과 휠로 확대·축소</translation>
    </message>
    <message>
        <source>Show the whole network</source>
        <translation>신경망 전체 보기</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>다음 순서</translation>
    </message>
    <message>
        <source>Room of the network&apos;s diagram</source>
        <translation>신경망 구조도 영역</translation>
    </message>
    <message>
        <source>Diagram of the network</source>
        <translation>신경망 구조도</translation>
    </message>
    <message>
        <source>The network is drawn here as soon as a run is open. Choose a network and data above.</source>
        <translation>실행을 열면 여기에 신경망이 그려집니다. 위에서 신경망과 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>Legend of the diagram</source>
        <translation>구조도 범례</translation>
    </message>
    <message>
        <source>What is known of the layer</source>
        <translation>층 정보</translation>
    </message>
    <message>
        <source>Point at a layer, or choose it with the arrow keys, to read what is known of it.</source>
        <translation>층을 마우스로 가리키거나 화살표 키로 고르면 그 층의 정보를 읽을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::NewRunDialog</name>
    <message>
        <source>Device: %1</source>
        <translation>장치: %1</translation>
    </message>
    <message>
        <source>Precision: %1</source>
        <translation>정밀도: %1</translation>
    </message>
    <message>
        <source>%1
Input %2×%3×%4, %5 parameters, %6 multiply-adds a picture</source>
        <translation>%1
입력 %2×%3×%4, 매개변수 %5개, 그림 한 장에 곱셈-덧셈 %6회</translation>
    </message>
    <message>
        <source>Memory: about %1, and %2 more once somebody steps through layers.</source>
        <translation>메모리: 약 %1. 층을 하나씩 진행하면 %2 더 필요합니다.</translation>
    </message>
    <message>
        <source>Only %1 are free: choose a smaller batch or a smaller network.</source>
        <translation>남은 메모리는 %1뿐입니다. 더 작은 배치나 더 작은 신경망을 고르세요.</translation>
    </message>
    <message>
        <source>Length: %1 iterations of %2 pictures are %3 epochs of %4 training pictures.</source>
        <translation>길이: 그림 %2장씩 반복 %1회는 학습 그림 %4장을 %3에폭 학습하는 것과 같습니다.</translation>
    </message>
    <message>
        <source>Length: %1 iterations of %2 pictures.</source>
        <translation>길이: 그림 %2장씩 반복 %1회입니다.</translation>
    </message>
    <message>
        <source>Length: %1 epochs of %2 training pictures are %3 iterations of %4.</source>
        <translation>길이: 학습 그림 %2장으로 %1에폭은 %4장씩 반복 %3회와 같습니다.</translation>
    </message>
    <message>
        <source>Length: %1 epochs in batches of %2; how many iterations that are depends on the data.</source>
        <translation>길이: %2장짜리 배치로 %1에폭입니다. 반복 횟수는 데이터에 따라 다릅니다.</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>새 실행</translation>
    </message>
    <message>
        <source>What is trained</source>
        <translation>학습 대상</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>신경망(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>데이터(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>위치(&amp;P)</translation>
    </message>
    <message>
        <source>D&amp;evice</source>
        <translation>장치(&amp;E)</translation>
    </message>
    <message>
        <source>P&amp;recision</source>
        <translation>정밀도(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>시드(&amp;S)</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>폴더(&amp;O)</translation>
    </message>
    <message>
        <source>Network: the name of a built-in one, or a file</source>
        <translation>신경망: 내장 신경망의 이름 또는 파일</translation>
    </message>
    <message>
        <source>Open a network text</source>
        <translation>신경망 텍스트 열기</translation>
    </message>
    <message>
        <source>Network texts (*.net);;All files (*)</source>
        <translation>신경망 텍스트 (*.net);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Where the data are</source>
        <translation>데이터가 있는 곳</translation>
    </message>
    <message>
        <source>Choose where the data are</source>
        <translation>데이터가 있는 곳 선택</translation>
    </message>
    <message>
        <source>Weights to start from</source>
        <translation>학습을 시작할 가중치</translation>
    </message>
    <message>
        <source>Open weights to start from</source>
        <translation>학습을 시작할 가중치 열기</translation>
    </message>
    <message>
        <source>Folder the run is recorded in</source>
        <translation>실행을 기록할 폴더</translation>
    </message>
    <message>
        <source>Choose a folder for the run</source>
        <translation>실행을 기록할 폴더 선택</translation>
    </message>
    <message>
        <source>CIFAR-10 (binary version)</source>
        <translation>CIFAR-10 (바이너리 판)</translation>
    </message>
    <message>
        <source>Folder of pictures, one folder a class</source>
        <translation>그림 폴더, 클래스마다 폴더 하나</translation>
    </message>
    <message>
        <source>Packed file</source>
        <translation>묶음 파일</translation>
    </message>
    <message>
        <source>IDX (MNIST) folder</source>
        <translation>IDX (MNIST) 폴더</translation>
    </message>
    <message>
        <source>The pictures it learns from</source>
        <translation>학습에 쓰는 그림</translation>
    </message>
    <message>
        <source>What computes</source>
        <translation>계산하는 장치</translation>
    </message>
    <message>
        <source>What computes; “About devices” says why one is not available</source>
        <translation>계산하는 장치. 쓸 수 없는 장치의 이유는 “장치 정보”에 나옵니다</translation>
    </message>
    <message>
        <source>Number format of the products</source>
        <translation>곱셈의 수 형식</translation>
    </message>
    <message>
        <source>Number format of the products; automatic is bf16 where the device has it</source>
        <translation>곱셈의 수 형식. 자동이면 장치가 지원할 때 bf16을 씁니다</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>The same seed gives the same weights, order, crops and dropout again</source>
        <translation>시드가 같으면 가중치, 순서, 자르기, 드롭아웃이 똑같이 되풀이됩니다</translation>
    </message>
    <message>
        <source>Re&amp;cord in a folder, to go on with later</source>
        <translation>나중에 이어 가도록 폴더에 기록(&amp;C)</translation>
    </message>
    <message>
        <source>Curves, checkpoints and the finished weights are kept on the disk</source>
        <translation>곡선, 체크포인트, 학습을 마친 가중치를 디스크에 남깁니다</translation>
    </message>
    <message>
        <source>&amp;About devices…</source>
        <translation>장치 정보(&amp;A)…</translation>
    </message>
    <message>
        <source>What can compute here, and why something cannot</source>
        <translation>여기서 계산할 수 있는 장치와, 쓸 수 없는 장치의 이유</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>시작(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Open this run; it holds before its first iteration (Enter)</source>
        <translation>이 실행을 엽니다. 첫 반복 앞에서 멈춰 있습니다 (Enter)</translation>
    </message>
    <message>
        <source>Leave everything as it is (Esc)</source>
        <translation>모두 그대로 두기 (Esc)</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>잘못된 점</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Network: choose one, or a file with a network&apos;s text.</source>
        <translation>신경망: 하나를 고르거나, 신경망 텍스트가 든 파일을 고르세요.</translation>
    </message>
    <message>
        <source>Network: there is neither a built-in network nor a file called %1.</source>
        <translation>신경망: %1(이)라는 내장 신경망도 파일도 없습니다.</translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation>신경망: %1</translation>
    </message>
    <message>
        <source>random</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>Drawn at random from the seed</source>
        <translation>시드로 무작위로 뽑음</translation>
    </message>
    <message>
        <source>&amp;Begin with</source>
        <translation>시작 가중치(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>가중치(&amp;W)</translation>
    </message>
    <message>
        <source>Random weights, drawn from the seed</source>
        <translation>시드로 뽑은 무작위 가중치</translation>
    </message>
    <message>
        <source>Weights of a file or a run</source>
        <translation>파일이나 실행의 가중치</translation>
    </message>
    <message>
        <source>The weights before the first iteration</source>
        <translation>첫 반복 전의 가중치</translation>
    </message>
    <message>
        <source>Known weights go on learning from these data: layers that fit are taken, the last is made new for other classes</source>
        <translation>이미 학습한 가중치가 이 데이터로 학습을 이어 갑니다. 맞는 층은 가져오고, 클래스가 다르면 마지막 층을 새로 만듭니다</translation>
    </message>
    <message>
        <source>Weights: %1 is being read…</source>
        <translation>가중치: %1을(를) 읽는 중…</translation>
    </message>
    <message>
        <source>Weights (%1);;All files (*)</source>
        <translation>가중치 (%1);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>A weights file (safetensors, PyTorch, Caffe, ONNX), a checkpoint, or the folder of a run</source>
        <translation>가중치 파일(safetensors, PyTorch, Caffe, ONNX), 체크포인트, 또는 실행 폴더</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::NumberField</name>
    <message>
        <source>%1: write up to 64 numbers from 0 to %2 with blanks between them, each larger than the one before.</source>
        <translation>%1: 0부터 %2까지의 수를 최대 64개까지 빈칸으로 띄워 적으세요. 뒤의 수가 앞의 수보다 커야 합니다.</translation>
    </message>
    <message>
        <source>%1: write at least one number.</source>
        <translation>%1: 수를 하나 이상 적으세요.</translation>
    </message>
    <message>
        <source>%1: write a whole number from 1 to %2.</source>
        <translation>%1: 1부터 %2까지의 정수를 적으세요.</translation>
    </message>
    <message>
        <source>%1: write a number above 0 and up to %2.</source>
        <translation>%1: 0보다 크고 %2 이하인 수를 적으세요.</translation>
    </message>
    <message>
        <source>%1: write a whole number from %2 to %3.</source>
        <translation>%1: %2부터 %3까지의 정수를 적으세요.</translation>
    </message>
    <message>
        <source>%1: write a number from %2 to %3.</source>
        <translation>%1: %2부터 %3까지의 수를 적으세요.</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::OwnPicture</name>
    <message>
        <source>it has %1×%2 pixels, and 64 million are the most that are opened</source>
        <translation>크기가 %1×%2픽셀인데, 6400만 픽셀까지만 열 수 있습니다</translation>
    </message>
    <message>
        <source>it is damaged or not a picture</source>
        <translation>손상되었거나 그림이 아닙니다</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>그런 파일이 없습니다</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>파일이 아닙니다</translation>
    </message>
    <message>
        <source>reading it is not allowed</source>
        <translation>읽을 권한이 없습니다</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>비어 있습니다</translation>
    </message>
    <message>
        <source>it is larger than 512 MB</source>
        <translation>512 MB보다 큽니다</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>붙여 넣은 그림</translation>
    </message>
    <message>
        <source>Only files of this computer can be opened; save the picture first.</source>
        <translation>이 컴퓨터에 있는 파일만 열 수 있습니다. 먼저 그림을 저장하세요.</translation>
    </message>
    <message>
        <source>There is no picture to paste; copy a picture or a picture file first.</source>
        <translation>붙여 넣을 그림이 없습니다. 먼저 그림이나 그림 파일을 복사하세요.</translation>
    </message>
    <message>
        <source>%1 cannot be opened as a picture: %2.</source>
        <translation>%1을(를) 그림으로 열 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>there is not enough memory for it</source>
        <translation>메모리가 부족합니다</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::PaceSlider</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Slow:</source>
        <translation>느리게:</translation>
    </message>
    <message>
        <source>Slow motion: how long each piece of a step is shown</source>
        <translation>느린 동작: 한 단계의 조각마다 보여 주는 시간</translation>
    </message>
    <message>
        <source>%1 (slower: %2, faster: %3)</source>
        <translation>%1 (더 느리게: %2, 더 빠르게: %3)</translation>
    </message>
    <message>
        <source>Seconds a piece</source>
        <translation>조각마다 걸리는 초</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::Panel</name>
    <message>
        <source>%1 – %2 on %3, iteration %4, seed %5</source>
        <translation>%1 – %2, %3, 반복 %4, 시드 %5</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::PictureModel</name>
    <message>
        <source>class %1</source>
        <translation>클래스 %1</translation>
    </message>
    <message>
        <source>%1, %2, training picture %3</source>
        <translation>%1, %2, 학습 그림 %3</translation>
    </message>
    <message>
        <source>%1, %2, validation picture %3</source>
        <translation>%1, %2, 검증 그림 %3</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::PredictionCard</name>
    <message>
        <source>Empty place for a picture</source>
        <translation>비어 있는 그림 자리</translation>
    </message>
    <message>
        <source>Picture of %1</source>
        <translation>%1 그림</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>True label: %1</source>
        <translation>정답: %1</translation>
    </message>
    <message>
        <source>Picture without a label</source>
        <translation>레이블 없는 그림</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::PredictionModel</name>
    <message>
        <source>%1, a picture of %2, is recognised with %3</source>
        <translation>%1(%2 그림)을 확률 %3(으)로 알아맞혔습니다</translation>
    </message>
    <message>
        <source>%1, a picture of %2, is taken for %3 with %4; %2 gets %5</source>
        <translation>%1(%2 그림)을 %3(으)로 예측했습니다(확률 %4). %2의 확률은 %5입니다</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::PredictionsHeader</name>
    <message>
        <source>Only %1; press to show all classes</source>
        <translation>%1만 표시 중. 누르면 모든 클래스를 봅니다</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>The pinned picture and eight others, followed while the network learns</source>
        <translation>고정한 그림과 다른 그림 여덟 장을 신경망이 학습하는 동안 따라가며 봅니다</translation>
    </message>
    <message>
        <source>Every validation picture with what the network says of it</source>
        <translation>모든 검증 그림과 신경망의 예측</translation>
    </message>
    <message>
        <source>Which classes are taken for which</source>
        <translation>어떤 클래스를 어떤 클래스로 예측했는지</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>모든 그림</translation>
    </message>
    <message>
        <source>Mistakes only</source>
        <translation>틀린 것만</translation>
    </message>
    <message>
        <source>Right only</source>
        <translation>맞힌 것만</translation>
    </message>
    <message>
        <source>Hardest first</source>
        <translation>어려운 것부터</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>확신이 낮은 것부터</translation>
    </message>
    <message>
        <source>In the set&apos;s order</source>
        <translation>데이터 순서대로</translation>
    </message>
    <message>
        <source>Shares (%)</source>
        <translation>비율 (%)</translation>
    </message>
    <message>
        <source>Which pictures are shown</source>
        <translation>보여 줄 그림</translation>
    </message>
    <message>
        <source>Hardest first: mistakes the network is surest of. Least sure first: where it hesitates.</source>
        <translation>어려운 것부터: 신경망이 가장 확신하면서 틀린 그림. 확신이 낮은 것부터: 신경망이 망설이는 그림.</translation>
    </message>
    <message>
        <source>Order of the pictures</source>
        <translation>그림의 순서</translation>
    </message>
    <message>
        <source>What the numbers in the cells are</source>
        <translation>칸에 적힌 수의 뜻</translation>
    </message>
    <message>
        <source>Show the pictures of all classes again</source>
        <translation>다시 모든 클래스의 그림 보기</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>다시 예측</translation>
    </message>
    <message>
        <source>Ask the network as it is now about every validation picture; while it runs, its next validation does</source>
        <translation>지금 상태의 신경망으로 모든 검증 그림을 예측합니다. 실행 중에는 다음 검증 때 예측합니다</translation>
    </message>
    <message>
        <source>Ask the network again</source>
        <translation>신경망으로 다시 예측</translation>
    </message>
    <message>
        <source>Other pictures</source>
        <translation>다른 그림</translation>
    </message>
    <message>
        <source>Show eight other validation pictures (%1)</source>
        <translation>다른 검증 그림 여덟 장 보기 (%1)</translation>
    </message>
    <message>
        <source>What the predictions show</source>
        <translation>예측에 표시된 내용</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::PredictionsPanel</name>
    <message>
        <source>Predictions</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>&lt;p&gt;These weights have classes of their own, which are not those of the pictures: no bar is orange, and nothing is right or wrong.&lt;/p&gt;</source>
        <translation>&lt;p&gt;이 가중치에는 이 그림들의 클래스와 다른 자체 클래스가 있습니다. 그래서 주황색 막대가 없고, 맞고 틀림을 가리지 않습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Before training every bar is near 1/%1 = %2: the network knows nothing.&lt;/p&gt;</source>
        <translation>&lt;p&gt;학습 전에는 모든 막대가 1/%1 = %2 가까이에 있습니다. 신경망이 아직 아무것도 모르기 때문입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Validation pictures at iteration %1, test mode</source>
        <translation>반복 %1의 검증 그림, 테스트 모드</translation>
    </message>
    <message>
        <source>Validation pictures</source>
        <translation>검증 그림</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>지금으로 돌아가기</translation>
    </message>
    <message>
        <source>Ask the network now</source>
        <translation>지금 예측하기</translation>
    </message>
    <message>
        <source>There are no such pictures: choose another class, or other pictures above.</source>
        <translation>해당하는 그림이 없습니다. 위에서 다른 클래스나 다른 그림을 고르세요.</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; The pinned picture (framed) and eight pictures the network has never been trained on, each with its true label and the five classes the network finds likeliest now. The true label&apos;s bar is orange; ✓ and ✗ say whether the likeliest class is right.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 고정한 그림(테두리 표시)과 신경망이 한 번도 학습하지 않은 그림 여덟 장입니다. 그림마다 정답 레이블과, 신경망이 지금 가장 그럴듯하다고 보는 클래스 다섯 개가 있습니다. 정답 레이블의 막대는 주황색이고, ✓와 ✗는 첫째 후보가 맞았는지 알려 줍니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; Every validation picture with its true label and the five likeliest classes, as the latest validation found them. Hardest first: mistakes the network is surest of. A class on the left limits the pictures to it; a double click, or Enter, pins a picture for all views.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 모든 검증 그림을 정답 레이블, 그리고 최근 검증에서 나온 다섯 후보와 함께 보여 줍니다. 어려운 것부터, 곧 신경망이 가장 확신하면서 틀린 그림부터 나옵니다. 왼쪽에서 클래스를 고르면 그 클래스의 그림만 보입니다. 두 번 클릭하거나 Enter를 누르면 모든 화면에서 볼 그림으로 고정됩니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; Each row is a true class, each column what its pictures are taken for; the colour is the share of the row. The diagonal is what is right. A click on a cell shows the pictures behind it; the table on the left has each class&apos;s error, the worst first.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 행은 정답 클래스이고, 열은 그 그림을 예측한 클래스입니다. 색은 행에서 차지하는 비율입니다. 대각선이 맞힌 그림입니다. 칸을 클릭하면 거기에 든 그림이 보입니다. 왼쪽 표에는 클래스마다 오류율이 높은 것부터 나옵니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Which classes are told apart first, which are confused, and how sure the network is when it is wrong. Among the mistakes it is surest of are often wrong labels, and pictures that show two things at once.&lt;/p&gt;&lt;p&gt;§6.1 and Figure 4 (left). Test mode: the centre crop, dropout scales instead of drawing.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 어떤 클래스를 먼저 구별하게 되는지, 어떤 클래스끼리 혼동하는지, 틀릴 때 신경망이 얼마나 확신하는지 보세요. 가장 확신하면서 틀린 그림 가운데에는 레이블이 잘못된 것이나 두 가지가 함께 찍힌 것이 많습니다.&lt;/p&gt;&lt;p&gt;§6.1과 그림 4(왼쪽). 테스트 모드: 가운데를 잘라 쓰고, 드롭아웃은 뽑지 않고 값을 줄입니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1, asked at iteration %2 (epoch %3): %4 of %5 validation pictures mistaken (%6)</source>
        <translation>%1, 반복 %2(에폭 %3)에서 예측: 검증 그림 %5장 중 %4장을 틀림 (%6)</translation>
    </message>
    <message>
        <source>Shown are %1 and the classes it is exchanged with most</source>
        <translation>%1 및 이와 가장 많이 혼동되는 클래스를 표시함</translation>
    </message>
    <message>
        <source>Shown are the %1 classes of %2 with the highest error</source>
        <translation>클래스 %2개 중 오류율이 가장 높은 %1개를 표시함</translation>
    </message>
    <message>
        <source>Kept are %1 of them, evenly spaced</source>
        <translation>그 가운데 고른 간격으로 뽑은 %1장만 보관함</translation>
    </message>
    <message>
        <source>%1 and what it is exchanged with</source>
        <translation>%1 및 이와 혼동되는 클래스</translation>
    </message>
    <message>
        <source>The %1 worst classes of %2</source>
        <translation>클래스 %2개 중 오류율이 가장 높은 %1개</translation>
    </message>
    <message>
        <source>This looks back at iteration %1. Of that moment only what the network said of the pinned picture is recorded, not of the others.</source>
        <translation>지금 보는 것은 과거인 반복 %1입니다. 이 시점에는 고정한 그림의 예측만 기록되어 있고, 다른 그림의 예측은 없습니다.</translation>
    </message>
    <message>
        <source>This looks back at iteration %1. What the network said of every picture is not recorded of the past.</source>
        <translation>지금 보는 것은 과거인 반복 %1입니다. 모든 그림의 예측은 과거 시점에 기록되지 않습니다.</translation>
    </message>
    <message>
        <source>The network is being asked: %1 of %2 pictures.</source>
        <translation>신경망이 예측하는 중입니다: 그림 %2장 중 %1장.</translation>
    </message>
    <message>
        <source>These data have no validation pictures: there is nothing the network was not trained on.</source>
        <translation>이 데이터에는 검증 그림이 없습니다. 신경망이 학습하지 않은 그림이 하나도 없습니다.</translation>
    </message>
    <message>
        <source>The first validation comes within %1 epochs. To ask the network sooner, pause.</source>
        <translation>첫 검증은 %1에폭 안에 합니다. 더 일찍 예측을 보려면 일시정지하세요.</translation>
    </message>
    <message>
        <source>This run does not validate by itself. To ask the network, pause.</source>
        <translation>이 실행은 스스로 검증하지 않습니다. 예측을 보려면 일시정지하세요.</translation>
    </message>
    <message>
        <source>The network has not been asked yet. Every validation does it, the first after %1 epochs; or ask it now about all %2 validation pictures.</source>
        <translation>아직 신경망의 예측이 없습니다. 검증할 때마다 예측하며 첫 검증은 %1에폭 뒤입니다. 지금 검증 그림 %2장을 모두 예측하게 할 수도 있습니다.</translation>
    </message>
    <message>
        <source>This run does not validate by itself; ask the network now about all %1 validation pictures.</source>
        <translation>이 실행은 스스로 검증하지 않습니다. 지금 검증 그림 %1장을 모두 예측하게 하세요.</translation>
    </message>
    <message>
        <source>The predictions appear as soon as a run is open. Choose data above.</source>
        <translation>실행을 열면 바로 예측이 나타납니다. 위에서 데이터를 고르세요.</translation>
    </message>
    <message>
        <source>Not recorded of the past</source>
        <translation>과거 시점에는 기록되지 않음</translation>
    </message>
    <message>
        <source>Nothing has been asked yet</source>
        <translation>아직 예측한 것이 없음</translation>
    </message>
    <message>
        <source>%1, recognised</source>
        <translation>%1, 알아맞힘</translation>
    </message>
    <message>
        <source>%1 taken for %2</source>
        <translation>정답 %1, 예측 %2</translation>
    </message>
    <message>
        <source>Point at a cell; a click shows the pictures behind it</source>
        <translation>칸을 가리켜 보세요. 클릭하면 거기에 든 그림이 보입니다</translation>
    </message>
    <message>
        <source>Find a class</source>
        <translation>클래스 찾기</translation>
    </message>
    <message>
        <source>Only classes with this in their name</source>
        <translation>이름에 이 글자가 들어 있는 클래스만</translation>
    </message>
    <message>
        <source>Classes and their errors</source>
        <translation>클래스와 오류율</translation>
    </message>
    <message>
        <source>Choose a class to see its pictures only</source>
        <translation>클래스를 고르면 그 클래스의 그림만 보입니다</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>What is chosen</source>
        <translation>고른 것</translation>
    </message>
    <message>
        <source>What to do about it</source>
        <translation>할 수 있는 일</translation>
    </message>
    <message>
        <source>Iteration %1, test mode</source>
        <translation>반복 %1, 테스트 모드</translation>
    </message>
    <message>
        <source>%1 mistaken, iteration %2</source>
        <translation>%1 틀림, 반복 %2</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>그림 %1장</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::ReadoutBar</name>
    <message>
        <source>No run</source>
        <translation>실행 없음</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>준비 중…</translation>
    </message>
    <message>
        <source>Ready (%1, %2)</source>
        <translation>준비됨 (%1, %2)</translation>
    </message>
    <message>
        <source>Training (%1, %2)</source>
        <translation>학습 중 (%1, %2)</translation>
    </message>
    <message>
        <source>Finished (%1, %2)</source>
        <translation>끝남 (%1, %2)</translation>
    </message>
    <message>
        <source>Stopped by an error</source>
        <translation>오류로 멈춤</translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation>실행 상태</translation>
    </message>
    <message>
        <source>State of the run, device and precision</source>
        <translation>실행 상태, 장치, 정밀도</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Updates of the weights so far</source>
        <translation>지금까지 가중치를 갱신한 횟수</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>Passes through the training set so far</source>
        <translation>지금까지 학습 데이터를 훑은 횟수</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Training loss of the last batch (mean of −ln p of the true class)</source>
        <translation>마지막 배치의 학습 손실 (정답 클래스의 −ln p 평균)</translation>
    </message>
    <message>
        <source>training error</source>
        <translation>학습 오류율</translation>
    </message>
    <message>
        <source>Share of the last training batch whose likeliest class is wrong</source>
        <translation>마지막 학습 배치에서 첫째 후보가 틀린 비율</translation>
    </message>
    <message>
        <source>validation error</source>
        <translation>검증 오류율</translation>
    </message>
    <message>
        <source>Top-1 error on the validation set, at the last validation</source>
        <translation>마지막 검증에서 잰 검증 데이터의 top-1 오류율</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Current learning rate ε</source>
        <translation>현재 학습률 ε</translation>
    </message>
    <message>
        <source>images/s</source>
        <translation>장/초</translation>
    </message>
    <message>
        <source>Training pictures a second, over the last seconds</source>
        <translation>최근 몇 초 동안 1초에 학습한 그림 수</translation>
    </message>
    <message>
        <source>left</source>
        <translation>남은 시간</translation>
    </message>
    <message>
        <source>Time left until the recipe&apos;s last iteration</source>
        <translation>계획한 마지막 반복까지 남은 시간</translation>
    </message>
    <message>
        <source>Paused (%1, %2), next: %3</source>
        <translation>일시정지 (%1, %2), 다음: %3</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::RecentRuns</name>
    <message>
        <source>its pictures are not there any more: %1</source>
        <translation>그림이 이제 그곳에 없습니다: %1</translation>
    </message>
    <message>
        <source>The run in %1 cannot be opened: %2.</source>
        <translation>%1에 있는 실행을 열 수 없습니다: %2.</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::RecipeForm</name>
    <message>
        <source>%1: write a whole number of iterations.</source>
        <translation>%1: 반복 횟수를 정수로 적으세요.</translation>
    </message>
    <message>
        <source>%1: a million epochs are the most.</source>
        <translation>%1: 백만 에폭까지만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The network&apos;s own values</source>
        <translation>신경망 자체의 값</translation>
    </message>
    <message>
        <source>What the network&apos;s text recommends</source>
        <translation>신경망 텍스트가 권하는 값</translation>
    </message>
    <message>
        <source>The paper&apos;s values</source>
        <translation>논문의 값</translation>
    </message>
    <message>
        <source>§5 and §4.1: batches of 128, ε 0.01, momentum 0.9, weight decay 0.0005, divided by 10 when the validation error stops improving, 90 epochs, crops, reflections, colour noise 0.1</source>
        <translation>§5와 §4.1: 배치 128, ε 0.01, 모멘텀 0.9, 가중치 감쇠 0.0005, 검증 오류율이 더 나아지지 않으면 10으로 나눔, 90에폭, 자르기, 좌우 반전, 색 잡음 0.1</translation>
    </message>
    <message>
        <source>How it learns</source>
        <translation>학습 방법</translation>
    </message>
    <message>
        <source>What happens to the pictures</source>
        <translation>그림 처리</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Unit of the run&apos;s length</source>
        <translation>실행 길이의 단위</translation>
    </message>
    <message>
        <source>An epoch is once through the training set, an iteration is one batch</source>
        <translation>에폭은 학습 데이터 전체를 한 번 훑는 것이고, 반복은 배치 하나입니다</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>나누지 않음</translation>
    </message>
    <message>
        <source>At certain epochs</source>
        <translation>정해진 에폭에서</translation>
    </message>
    <message>
        <source>When the validation error stops improving</source>
        <translation>검증 오류율이 더 나아지지 않을 때</translation>
    </message>
    <message>
        <source>When the learning rate is divided</source>
        <translation>학습률을 나누는 때</translation>
    </message>
    <message>
        <source>§5: divided by hand, three times, when the validation error stopped improving</source>
        <translation>§5: 검증 오류율이 더 나아지지 않을 때 손으로 세 번 나누었습니다</translation>
    </message>
    <message>
        <source>Random crops</source>
        <translation>무작위 자르기</translation>
    </message>
    <message>
        <source>§4.1: a random patch of the picture; without, always its centre</source>
        <translation>§4.1: 그림에서 무작위로 고른 조각. 끄면 언제나 가운데</translation>
    </message>
    <message>
        <source>Reflections</source>
        <translation>좌우 반전</translation>
    </message>
    <message>
        <source>§4.1: every other picture mirrored, by chance</source>
        <translation>§4.1: 그림마다 절반의 확률로 좌우를 뒤집습니다</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Pictures a step; 128 in the paper</source>
        <translation>한 단계에 쓰는 그림 수. 논문은 128</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>When the run is done; about 90 epochs in the paper</source>
        <translation>실행이 끝나는 때. 논문은 약 90에폭</translation>
    </message>
    <message>
        <source>Learning rate ε</source>
        <translation>학습률 ε</translation>
    </message>
    <message>
        <source>At the start; 0.01 in the paper</source>
        <translation>처음 값. 논문은 0.01</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>How much of the last update goes on; 0.9 in the paper</source>
        <translation>직전 갱신을 이어 가는 정도. 논문은 0.9</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>가중치 감쇠</translation>
    </message>
    <message>
        <source>How much every weight shrinks; 0.0005 in the paper</source>
        <translation>모든 가중치가 줄어드는 정도. 논문은 0.0005</translation>
    </message>
    <message>
        <source>Divide by</source>
        <translation>나누는 수</translation>
    </message>
    <message>
        <source>What ε is divided by; 10 in the paper</source>
        <translation>ε을 나누는 수. 논문은 10</translation>
    </message>
    <message>
        <source>At epochs</source>
        <translation>나눌 에폭</translation>
    </message>
    <message>
        <source>Ascending numbers with blanks between them, such as 30 60 80</source>
        <translation>빈칸으로 띄운 오름차순의 수. 예: 30 60 80</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>인내 횟수</translation>
    </message>
    <message>
        <source>So many validations in a row without improvement count as a plateau</source>
        <translation>이 횟수만큼 연달아 검증해도 나아지지 않으면 정체로 봅니다</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>최대 횟수</translation>
    </message>
    <message>
        <source>So many divisions; 3 in the paper</source>
        <translation>나누는 최대 횟수. 논문은 3</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>검증 간격</translation>
    </message>
    <message>
        <source>Epochs between two tests on the validation set; 0: never</source>
        <translation>검증 데이터로 시험하는 간격(에폭). 0: 하지 않음</translation>
    </message>
    <message>
        <source>Colour noise σ</source>
        <translation>색 잡음 σ</translation>
    </message>
    <message>
        <source>§4.1: how far colours are shifted along the main axes of the set&apos;s colours; 0.1 in the paper, 0: not</source>
        <translation>§4.1: 데이터 색의 주축을 따라 색을 옮기는 정도. 논문은 0.1, 0: 옮기지 않음</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>Black pixels around the picture before it is cropped; 0 in the paper</source>
        <translation>자르기 전에 그림 둘레에 두르는 검은 픽셀. 논문은 0</translation>
    </message>
    <message>
        <source>Calm end</source>
        <translation>차분한 마무리</translation>
    </message>
    <message>
        <source>Without crops and colour noise for so many epochs before the end; 0: never</source>
        <translation>끝나기 전 이만큼의 에폭 동안 자르기와 색 잡음을 쓰지 않습니다. 0: 언제나 씀</translation>
    </message>
    <message>
        <source>Divide ε</source>
        <translation>ε 나누기</translation>
    </message>
    <message>
        <source>Which layers learn</source>
        <translation>학습하는 층</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::RunControls</name>
    <message>
        <source>Seed %1</source>
        <translation>시드 %1</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Until…</source>
        <translation>여기까지…</translation>
    </message>
    <message>
        <source>Run until an iteration, an epoch, an error or a layer is reached</source>
        <translation>정한 반복, 에폭, 오류율 또는 층에 이를 때까지 실행</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>더 느리게</translation>
    </message>
    <message>
        <source>Slow motion: show each piece of a step longer</source>
        <translation>느린 동작: 한 단계의 조각을 더 오래 보여 주기</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>더 빠르게</translation>
    </message>
    <message>
        <source>Slow motion: show each piece of a step shorter, at last run at full speed</source>
        <translation>느린 동작: 한 단계의 조각을 더 짧게 보여 주고, 끝까지 줄이면 최고 속도로 실행</translation>
    </message>
    <message>
        <source>Back to iteration 0 with a seed of your choice</source>
        <translation>직접 고른 시드로 반복 0부터</translation>
    </message>
    <message>
        <source>Pause drawing</source>
        <translation>그리기 멈춤</translation>
    </message>
    <message>
        <source>Leave the views as they are while training goes on</source>
        <translation>학습이 이어지는 동안 화면을 그대로 두기</translation>
    </message>
    <message>
        <source>Step strip</source>
        <translation>단계 띠</translation>
    </message>
    <message>
        <source>Show the row with the pieces of a training step</source>
        <translation>학습 한 단계의 조각을 늘어놓은 줄 보기</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::RunOverlays</name>
    <message>
        <source>%1: metrics.csv goes back from iteration %2 to %3; it is not the record of one run</source>
        <translation>%1: metrics.csv가 반복 %2에서 %3(으)로 되돌아갑니다. 한 실행의 기록이 아닙니다</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::RunTableModel</name>
    <message>
        <source>run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <source>error</source>
        <translation>오류율</translation>
    </message>
    <message>
        <source>validation error</source>
        <translation>검증 오류율</translation>
    </message>
    <message>
        <source>top-5 error</source>
        <translation>top-5 오류율</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::SeedPopup</name>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>&amp;Seed:</source>
        <translation>시드(&amp;S):</translation>
    </message>
    <message>
        <source>Seed of the new beginning</source>
        <translation>새로 시작할 때 쓸 시드</translation>
    </message>
    <message>
        <source>A whole number; the same one gives the same initial weights and the same run</source>
        <translation>정수. 같은 수를 쓰면 처음 가중치와 실행이 같아집니다</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <source>Back to iteration 0 with the initial weights of this seed (Enter)</source>
        <translation>이 시드의 처음 가중치로 반복 0부터 (Enter)</translation>
    </message>
    <message>
        <source>The seed decides initial weights, order of pictures, crops and dropout. The same seed gives the same run again.</source>
        <translation>시드가 처음 가중치, 그림의 순서, 자르기, 드롭아웃을 정합니다. 시드가 같으면 똑같은 실행이 되풀이됩니다.</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::SessionActions</name>
    <message>
        <source>New run…</source>
        <translation>새 실행…</translation>
    </message>
    <message>
        <source>Choose everything a new run is made of</source>
        <translation>새 실행에 필요한 모든 것 고르기</translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation>실행 열기…</translation>
    </message>
    <message>
        <source>Go on with a run recorded in a folder</source>
        <translation>폴더에 기록한 실행 이어 가기</translation>
    </message>
    <message>
        <source>Save weights…</source>
        <translation>가중치 저장…</translation>
    </message>
    <message>
        <source>Save the network&apos;s weights as they are, in one file</source>
        <translation>신경망의 지금 가중치를 파일 하나에 저장</translation>
    </message>
    <message>
        <source>Open the run&apos;s folder</source>
        <translation>실행 폴더 열기</translation>
    </message>
    <message>
        <source>Show the folder this run is recorded in</source>
        <translation>이 실행을 기록하는 폴더 보기</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>그림 열기…</translation>
    </message>
    <message>
        <source>Pin a picture of your own; dropping its file on the window does too</source>
        <translation>직접 고른 그림 고정. 그림 파일을 창에 끌어다 놓아도 됩니다</translation>
    </message>
    <message>
        <source>Paste picture</source>
        <translation>그림 붙여넣기</translation>
    </message>
    <message>
        <source>Pin the picture in the clipboard</source>
        <translation>클립보드의 그림 고정</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>이전 그림</translation>
    </message>
    <message>
        <source>Pin the picture before this one in its set</source>
        <translation>같은 데이터에서 이 그림 앞의 그림 고정</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>다음 그림</translation>
    </message>
    <message>
        <source>Pin the picture after this one in its set</source>
        <translation>같은 데이터에서 이 그림 뒤의 그림 고정</translation>
    </message>
    <message>
        <source>Devices…</source>
        <translation>장치…</translation>
    </message>
    <message>
        <source>What can compute here, and why something cannot</source>
        <translation>여기서 계산할 수 있는 장치와, 쓸 수 없는 장치의 이유</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>최근 실행</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>목록 지우기</translation>
    </message>
    <message>
        <source>Empty this list; the runs stay on the disk</source>
        <translation>이 목록을 비웁니다. 실행은 디스크에 그대로 남습니다</translation>
    </message>
    <message>
        <source>The run under way stands at iteration %1; it is stopped and can be opened again.</source>
        <translation>진행 중인 실행은 반복 %1까지 왔습니다. 멈추지만 나중에 다시 열 수 있습니다.</translation>
    </message>
    <message>
        <source>The run under way stands at iteration %1 and is not recorded; it is given up.</source>
        <translation>진행 중인 실행은 반복 %1까지 왔지만 기록하고 있지 않으므로 버려집니다.</translation>
    </message>
    <message>
        <source>Start the new run</source>
        <translation>새 실행 시작</translation>
    </message>
    <message>
        <source>Open the other run</source>
        <translation>다른 실행 열기</translation>
    </message>
    <message>
        <source>Alexscope</source>
        <translation>Alexscope</translation>
    </message>
    <message>
        <source>This run has trained for %1 and is not recorded.</source>
        <translation>이 실행은 %1 동안 학습했으며 기록되지 않았습니다.</translation>
    </message>
    <message>
        <source>Closing gives it up, unless its weights are saved first.</source>
        <translation>먼저 가중치를 저장하지 않고 닫으면 버려집니다.</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>저장하지 않고 닫기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>The weights of iteration %1 are saved in %2.</source>
        <translation>반복 %1의 가중치를 %2에 저장했습니다.</translation>
    </message>
    <message>
        <source>%1 on %2, iteration %3, %4</source>
        <translation>%1, %2, 반복 %3, %4</translation>
    </message>
    <message>
        <source>Choose the folder of a run</source>
        <translation>실행 폴더 선택</translation>
    </message>
    <message>
        <source>Save the weights</source>
        <translation>가중치 저장</translation>
    </message>
    <message>
        <source>Weights (*.safetensors);;All files (*)</source>
        <translation>가중치 (*.safetensors);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>This run is recorded in %1.</source>
        <translation>이 실행은 %1에 기록됩니다.</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>그림 열기</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.bmp *.webp *.gif *.ppm *.pgm);;All files (*)</source>
        <translation>그림 (*.jpg *.jpeg *.png *.bmp *.webp *.gif *.ppm *.pgm);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Trained example</source>
        <translation>학습된 예제</translation>
    </message>
    <message>
        <source>Look at a small network that is trained already</source>
        <translation>이미 학습을 마친 작은 신경망을 살펴보기</translation>
    </message>
    <message>
        <source>Show the example</source>
        <translation>예제 보기</translation>
    </message>
    <message>
        <source>Open weights…</source>
        <translation>가중치 열기…</translation>
    </message>
    <message>
        <source>Look at known weights: PyTorch, Caffe, ONNX or safetensors; dropping the file on the window does too</source>
        <translation>알려진 가중치를 봅니다: PyTorch, Caffe, ONNX, safetensors. 파일을 창에 끌어다 놓아도 됩니다</translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation>가중치 열기</translation>
    </message>
    <message>
        <source>Weights (%1);;All files (*)</source>
        <translation>가중치 (%1);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>There is not enough memory for the weights in %1.</source>
        <translation>%1의 가중치를 담을 메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>Open the weights</source>
        <translation>가중치 열기</translation>
    </message>
    <message>
        <source>A trained example: %1 on %2, %3 iterations, validation error %4. Press Run to train your own from random weights, or open known ones under File → Open weights.</source>
        <translation>학습된 예제: %1, %2, 반복 %3회, 검증 오류율 %4. 무작위 가중치에서 직접 학습하려면 실행을 누르세요. 알려진 가중치를 보려면 파일 → 가중치 열기로 엽니다.</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::SetIndexer</name>
    <message>
        <source>There is not enough memory for the index: choose fewer pictures.</source>
        <translation>색인을 담을 메모리가 부족합니다. 그림을 더 적게 고르세요.</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::SetMapPanel</name>
    <message>
        <source>1st principal component: %1 of the variance</source>
        <translation>제1주성분: 분산의 %1</translation>
    </message>
    <message>
        <source>2nd: %1</source>
        <translation>제2주성분: %1</translation>
    </message>
    <message>
        <source>Principal components of %1</source>
        <translation>주성분: %1</translation>
    </message>
    <message>
        <source>t-SNE begins from the principal components</source>
        <translation>t-SNE는 주성분에서 시작합니다</translation>
    </message>
    <message>
        <source>t-SNE, step %1 of %2, divergence %3</source>
        <translation>t-SNE, 단계 %1/%2, 발산 %3</translation>
    </message>
    <message>
        <source>Nothing is chosen. Drag around points with Shift held, or with the lasso switched on.</source>
        <translation>고른 것이 없습니다. Shift를 누르거나 올가미를 켠 채로 점들 둘레로 마우스를 끌어서 고르세요.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%2 %1장</translation>
    </message>
    <message>
        <source>%1 of other classes</source>
        <translation>다른 클래스 %1장</translation>
    </message>
    <message>
        <source>%1 chosen: %2</source>
        <translation>%1장 선택: %2</translation>
    </message>
    <message>
        <source>Map of the set</source>
        <translation>데이터 지도</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; Every indexed picture is a point. Its place comes from the numbers one layer of the network gives for it, brought down to a plane; colour and shape are its class, which the placing does not know of.&lt;/p&gt;&lt;p&gt;Principal components are the two directions along which the numbers vary most: distances are as they are, but most directions are left out. t-SNE keeps together who is near whom and gives up the rest: the size of groups and the distance between them mean nothing.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 색인한 그림마다 점이 하나 있습니다. 점의 자리는 신경망의 한 층이 그 그림에 내는 수들을 평면으로 줄여서 정합니다. 색과 모양은 클래스를 나타내며, 자리를 정할 때는 클래스를 쓰지 않습니다.&lt;/p&gt;&lt;p&gt;주성분은 수들이 가장 크게 변하는 두 방향입니다. 이 두 방향의 거리는 실제 그대로이지만 나머지 방향은 대부분 버려집니다. t-SNE는 가까운 것끼리의 관계를 지키고 나머지는 포기합니다. 그래서 무리의 크기나 무리 사이의 거리에는 아무 의미가 없습니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Now: the first two components show %1 of the variance of all %2 numbers.&lt;/p&gt;</source>
        <translation>&lt;p&gt;지금: 처음 두 주성분이 수 %2개 전체 분산의 %1을(를) 나타냅니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Before training, neighbours share colour or brightness. While the network learns, classes come apart; which ones stay together, and which pictures lie in the wrong group?&lt;/p&gt;&lt;p&gt;Point at a picture to see it; click to ask for its neighbours, double click (or P) to pin it. Drag with Shift to choose pictures; wheel and drag to look closer. A click on the legend shows one class alone.&lt;/p&gt;&lt;p&gt;§6.1: the numbers compared are those of the last hidden layer. t-SNE: van der Maaten and Hinton, 2008.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 학습 전에는 이웃끼리 색이나 밝기가 비슷합니다. 신경망이 학습하면 클래스가 서로 갈라집니다. 어떤 클래스가 끝까지 붙어 있고, 어떤 그림이 엉뚱한 무리에 들어 있나요?&lt;/p&gt;&lt;p&gt;점을 가리키면 그림이 보입니다. 클릭하면 그 그림의 이웃을 찾고, 두 번 클릭하거나 P를 누르면 고정합니다. Shift를 누른 채로 끌면 그림을 고르고, 휠과 끌기로 더 가까이 봅니다. 범례를 클릭하면 그 클래스만 보입니다.&lt;/p&gt;&lt;p&gt;§6.1: 비교하는 수는 마지막 은닉층의 값입니다. t-SNE: van der Maaten and Hinton, 2008.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Let t-SNE go on</source>
        <translation>t-SNE를 이어서 진행</translation>
    </message>
    <message>
        <source>Leave the map as it is</source>
        <translation>지도를 지금 그대로 두기</translation>
    </message>
    <message>
        <source>Principal components</source>
        <translation>주성분</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>How pictures are placed</source>
        <translation>그림을 놓는 방법</translation>
    </message>
    <message>
        <source>How the network&apos;s numbers are brought down to a plane</source>
        <translation>신경망의 수를 평면으로 줄이는 방법</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>다시</translation>
    </message>
    <message>
        <source>t-SNE from the start again</source>
        <translation>t-SNE를 처음부터 다시</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Show pictures instead of points</source>
        <translation>점 대신 그림 보기</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>올가미</translation>
    </message>
    <message>
        <source>Dragging chooses the pictures inside instead of moving the map</source>
        <translation>마우스를 끌면 지도를 옮기는 대신 안에 든 그림을 고릅니다</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>지도 전체 보기</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>지도에 보이는 것</translation>
    </message>
    <message>
        <source>How many pictures of which class are chosen</source>
        <translation>어느 클래스의 그림을 몇 장 골랐는지</translation>
    </message>
    <message>
        <source>Chosen pictures</source>
        <translation>고른 그림</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::StepStrip</name>
    <message>
        <source>Load</source>
        <translation>읽기</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>다음: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>완료: %1</translation>
    </message>
    <message>
        <source>The run is done</source>
        <translation>실행이 끝났습니다</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>%1
Click: run until this is next</source>
        <translation>%1
클릭: 이 조각이 다음 차례가 될 때까지 실행</translation>
    </message>
    <message>
        <source>Pieces of a training step</source>
        <translation>학습 한 단계의 조각</translation>
    </message>
    <message>
        <source>%1 (chosen: %2)</source>
        <translation>%1 (선택: %2)</translation>
    </message>
    <message>
        <source>The pieces of a training step appear here as soon as a run is open.</source>
        <translation>실행을 열면 여기에 학습 한 단계의 조각이 나타납니다.</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::TimeBar</name>
    <message>
        <source>Iteration %1 — the past. Now (%2) returns.</source>
        <translation>반복 %1 — 과거입니다. ‘지금’(%2)을 누르면 돌아갑니다.</translation>
    </message>
    <message>
        <source>Now; moments recorded: %1</source>
        <translation>지금. 기록된 시점: %1개</translation>
    </message>
    <message>
        <source>The past appears here once training runs.</source>
        <translation>학습을 시작하면 여기에 과거가 나타납니다.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Previous moment</source>
        <translation>이전 시점</translation>
    </message>
    <message>
        <source>Show the moment recorded before</source>
        <translation>바로 앞에 기록된 시점 보기</translation>
    </message>
    <message>
        <source>Play the past</source>
        <translation>과거 재생</translation>
    </message>
    <message>
        <source>Play what is recorded as a film, from here or from the beginning</source>
        <translation>기록된 것을 여기부터 또는 처음부터 영상으로 재생</translation>
    </message>
    <message>
        <source>Next moment</source>
        <translation>다음 시점</translation>
    </message>
    <message>
        <source>Show the moment recorded after</source>
        <translation>바로 뒤에 기록된 시점 보기</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Back from the past to now</source>
        <translation>과거에서 지금으로 돌아가기</translation>
    </message>
    <message>
        <source>Moment of the run</source>
        <translation>실행의 시점</translation>
    </message>
    <message>
        <source>All views show the chosen moment of the run; training goes on meanwhile. Arrow keys go from moment to moment, End to now.</source>
        <translation>모든 화면이 고른 시점의 실행을 보여 주며, 그동안에도 학습은 이어집니다. 화살표 키로 시점을 옮기고, End 키로 지금으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Which moment the views show</source>
        <translation>화면에 보이는 시점</translation>
    </message>
    <message>
        <source>Pace of the film</source>
        <translation>영상 속도</translation>
    </message>
    <message>
        <source>How many moments a second are played and exported</source>
        <translation>1초에 재생하고 내보내는 시점의 수</translation>
    </message>
    <message>
        <source>%1 moments/s</source>
        <translation>초당 시점 %1개</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::UntilPopup</name>
    <message>
        <source>Run until</source>
        <translation>여기까지 실행</translation>
    </message>
    <message>
        <source>&amp;Iteration</source>
        <translation>반복(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Epoch</source>
        <translation>에폭(&amp;E)</translation>
    </message>
    <message>
        <source>Validation error &amp;below</source>
        <translation>검증 오류율이 이보다 낮음(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Layer comes next</source>
        <translation>다음 차례인 층(&amp;L)</translation>
    </message>
    <message>
        <source>Iteration to stop at</source>
        <translation>멈출 반복</translation>
    </message>
    <message>
        <source>Epoch to stop at</source>
        <translation>멈출 에폭</translation>
    </message>
    <message>
        <source>Validation error (top-1) below which to stop, in per cent</source>
        <translation>이보다 낮아지면 멈출 검증 오류율(top-1), 퍼센트</translation>
    </message>
    <message>
        <source>Layer to stop before</source>
        <translation>그 앞에서 멈출 층</translation>
    </message>
    <message>
        <source>Forward or backward</source>
        <translation>순전파 또는 역전파</translation>
    </message>
    <message>
        <source>Stop after so many updates of the weights</source>
        <translation>가중치를 이 횟수만큼 갱신하면 멈춤</translation>
    </message>
    <message>
        <source>Stop after so many passes through the training set</source>
        <translation>학습 데이터를 이 횟수만큼 훑으면 멈춤</translation>
    </message>
    <message>
        <source>Stop after the validation that finds a lower error</source>
        <translation>검증에서 이보다 낮은 오류율이 나오면 멈춤</translation>
    </message>
    <message>
        <source>Stop inside a step, just before this layer is computed</source>
        <translation>한 단계 안에서 이 층을 계산하기 바로 전에 멈춤</translation>
    </message>
    <message>
        <source>The run stops by itself where all that is ticked holds for the first time.</source>
        <translation>표시한 조건이 처음으로 모두 맞는 곳에서 실행이 저절로 멈춥니다.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>either way</source>
        <translation>어느 쪽이든</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::VideoBar</name>
    <message>
        <source>Looking for cameras…</source>
        <translation>카메라를 찾는 중…</translation>
    </message>
    <message>
        <source>Open a video</source>
        <translation>동영상 열기</translation>
    </message>
    <message>
        <source>Videos (%1);;All files (*)</source>
        <translation>동영상 (%1);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Camera %1</source>
        <translation>카메라 %1</translation>
    </message>
    <message>
        <source>%1 (cannot be used)</source>
        <translation>%1 (쓸 수 없음)</translation>
    </message>
    <message>
        <source>There is no camera: connect one and open this menu again</source>
        <translation>카메라가 없습니다. 카메라를 연결한 뒤 이 메뉴를 다시 여세요</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>다시 재생</translation>
    </message>
    <message>
        <source>Play the video from its beginning</source>
        <translation>동영상을 처음부터 재생</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Let the video go on</source>
        <translation>동영상을 이어서 재생</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Hold the frame that is shown</source>
        <translation>지금 보이는 프레임에서 멈추기</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>Open video…</source>
        <translation>동영상 열기…</translation>
    </message>
    <message>
        <source>Let the frames of a video file go through the network; dropping it on the window does too</source>
        <translation>동영상 파일의 프레임을 신경망에 통과시킵니다. 파일을 창에 끌어다 놓아도 됩니다</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>Keep frame</source>
        <translation>프레임 남기기</translation>
    </message>
    <message>
        <source>Pin the frame that is shown, and end the video</source>
        <translation>지금 보이는 프레임을 고정하고 동영상 끝내기</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>되풀이</translation>
    </message>
    <message>
        <source>Begin again at the end of the file</source>
        <translation>파일이 끝나면 처음부터 다시 재생</translation>
    </message>
    <message>
        <source>End video</source>
        <translation>동영상 끝내기</translation>
    </message>
    <message>
        <source>End the video, back to the picture pinned before</source>
        <translation>동영상을 끝내고 이전에 고정한 그림으로 돌아가기</translation>
    </message>
    <message>
        <source>What the video does</source>
        <translation>동영상 상태</translation>
    </message>
    <message>
        <source>As fast as the network</source>
        <translation>신경망이 되는 대로 빠르게</translation>
    </message>
    <message>
        <source>Every frame of the file goes through the network, as fast as it can, and the screen shows the latest; otherwise the file plays at its own pace</source>
        <translation>파일의 모든 프레임이 되는 대로 빠르게 신경망을 통과하고 화면은 가장 최근 것을 보입니다. 아니면 파일이 제 속도로 재생됩니다</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::VideoPanel</name>
    <message>
        <source>Video</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>No video plays. Open a file or a camera, or drop a video file on the window: its frames go through the network, and all views follow.</source>
        <translation>재생 중인 동영상이 없습니다. 파일이나 카메라를 열거나 동영상 파일을 창에 끌어다 놓으세요. 프레임이 신경망을 통과하고 모든 화면이 따라갑니다.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>Choose a camera</source>
        <translation>카메라 고르기</translation>
    </message>
    <message>
        <source>The frame, and the square of it that the network gets</source>
        <translation>프레임과 그 안에서 신경망이 받는 정사각형</translation>
    </message>
    <message>
        <source>What the video does</source>
        <translation>동영상 상태</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; A video file or a camera, frame by frame as the network gets it: the square is cut out of the middle and shrunk to the input&apos;s size. Beside it are the five classes the network finds likeliest, in test mode.&lt;/p&gt;&lt;p&gt;While it plays the frame is the pinned picture of all views: Activations, Filters and LRN answer to it live, whether the run trains or holds. The file plays at its own pace and the newest frame wins: what comes while the network is busy is dropped. “As fast as the network” lets every frame go through it, several at a time, and shows the latest; what it said of the last thousand is in the exported numbers. Training gives looking three percent of its time.&lt;/p&gt;&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Turn, cover or move something slowly: which units answer to an edge, a colour, a texture, and which answers stay when it moves? Space freezes a frame; a frame can be kept as the pinned picture.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 동영상 파일이나 카메라의 영상을 한 프레임씩 신경망이 받는 그대로 보여 줍니다. 가운데를 정사각형으로 잘라 입력 크기로 줄입니다. 그 옆은 신경망이 테스트 모드에서 가장 그럴듯하다고 보는 클래스 다섯 개입니다.&lt;/p&gt;&lt;p&gt;재생하는 동안에는 프레임이 모든 화면의 고정한 그림이 됩니다. 실행이 학습 중이든 멈춰 있든 활성값, 필터, LRN이 실시간으로 반응합니다. 파일은 제 속도로 재생되고 가장 새로운 프레임이 우선입니다. 신경망이 바쁠 때 들어온 프레임은 버립니다. “신경망 속도로”를 켜면 모든 프레임이 몇 장씩 한꺼번에 신경망을 지나고 화면은 가장 최근 것을 보여 줍니다. 마지막 천 장의 답은 내보내는 수에 들어 있습니다. 학습은 자기 시간의 3 %를 보는 일에 내줍니다.&lt;/p&gt;&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 무언가를 천천히 돌리거나 가리거나 움직여 보세요. 어떤 유닛이 윤곽, 색, 질감에 반응하고, 어떤 반응은 움직여도 그대로인가요? 스페이스 키를 누르면 프레임이 멈춥니다. 프레임을 고정한 그림으로 남길 수도 있습니다.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::WarningModel</name>
    <message>
        <source>left out</source>
        <translation>제외함</translation>
    </message>
    <message>
        <source>used, with a remark</source>
        <translation>사용함, 참고 사항 있음</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>처리 결과</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
</context>
<context>
    <name>alexscope::gui::WhatIfPanel</name>
    <message>
        <source>What if</source>
        <translation>만약에</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;What you see.&lt;/b&gt; What the network says of the pinned picture without your changes and with them. Choose a filter (here, in Filters or in Activations), switch it off or set one of its weights.&lt;/p&gt;&lt;p&gt;&lt;b&gt;What to look for.&lt;/b&gt; Most single filters hardly matter: dropout (§4.2) taught the network not to rely on any of them. Some do; then look at what they answer to. While training goes on, the next points of the curves show what the change costs, and how soon the others make up for it.&lt;/p&gt;&lt;p&gt;A unit is off when its weights, its bias and their momentum are 0. Behind a ReLU it stays off: where the output is 0 no gradient comes through. Elsewhere training may bring it back.&lt;/p&gt;&lt;p&gt;Taking a change back restores that unit as it was when you changed it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;보이는 것.&lt;/b&gt; 고정한 그림을 신경망이 무엇으로 보는지, 변경하지 않았을 때와 변경했을 때를 나란히 보여 줍니다. 필터를 고르고(여기, 필터 또는 활성값에서) 끄거나, 가중치 하나의 값을 바꿔 보세요.&lt;/p&gt;&lt;p&gt;&lt;b&gt;눈여겨볼 것.&lt;/b&gt; 필터 하나는 대부분 거의 영향이 없습니다. 드롭아웃(§4.2)이 어느 한 필터에 기대지 않도록 신경망을 가르쳤기 때문입니다. 영향이 큰 필터도 있으니, 그때는 그 필터가 무엇에 반응하는지 보세요. 학습이 이어지면 곡선의 다음 점들에서 변경의 대가가 얼마인지, 다른 필터들이 얼마나 빨리 메우는지 알 수 있습니다.&lt;/p&gt;&lt;p&gt;가중치와 편향, 그 모멘텀이 모두 0이면 유닛이 꺼진 것입니다. ReLU 앞의 유닛은 꺼진 채로 남습니다. 출력이 0인 곳으로는 기울기가 전해지지 않기 때문입니다. 다른 곳에서는 학습으로 되살아날 수 있습니다.&lt;/p&gt;&lt;p&gt;변경을 취소하면 그 유닛은 변경할 때의 상태로 돌아갑니다.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1, unit %2: switched off at iteration %3</source>
        <translation>%1, 유닛 %2: 반복 %3에서 끔</translation>
    </message>
    <message>
        <source>class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>before</source>
        <translation>변경 전</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Without your changes</source>
        <translation>변경하지 않았을 때</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Changes, the latest first</source>
        <translation>변경 내역, 최근 것부터</translation>
    </message>
    <message>
        <source>The layer to change</source>
        <translation>변경할 층</translation>
    </message>
    <message>
        <source>The filter or unit to change</source>
        <translation>변경할 필터 또는 유닛</translation>
    </message>
    <message>
        <source>Input channel of the weight</source>
        <translation>가중치의 입력 채널</translation>
    </message>
    <message>
        <source>Row of the weight</source>
        <translation>가중치의 행</translation>
    </message>
    <message>
        <source>Column of the weight</source>
        <translation>가중치의 열</translation>
    </message>
    <message>
        <source>The weight&apos;s value</source>
        <translation>가중치의 값</translation>
    </message>
    <message>
        <source>Changes made by hand</source>
        <translation>직접 변경한 내역</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>끄기</translation>
    </message>
    <message>
        <source>Set the unit&apos;s weights and bias to 0</source>
        <translation>유닛의 가중치와 편향을 0으로 설정</translation>
    </message>
    <message>
        <source>Set weight</source>
        <translation>가중치 설정</translation>
    </message>
    <message>
        <source>Give this weight the value beside</source>
        <translation>이 가중치를 옆의 값으로 설정</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>변경 취소</translation>
    </message>
    <message>
        <source>Restore the unit changed last</source>
        <translation>마지막으로 변경한 유닛 되돌리기</translation>
    </message>
    <message>
        <source>At iteration %1</source>
        <translation>반복 %1에서</translation>
    </message>
    <message>
        <source>This is the past: what the network said at iteration %1. It can be changed only now.</source>
        <translation>과거인 반복 %1에서 신경망이 한 예측입니다. 변경은 지금 시점에서만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>This is the past, and what the network said of this picture at iteration %1 was not recorded. It can be changed only now.</source>
        <translation>과거 시점이며, 반복 %1에서 신경망이 이 그림을 어떻게 예측했는지는 기록되지 않았습니다. 변경은 지금 시점에서만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1, unit %2: %3 from %4 to %5 at iteration %6</source>
        <translation>%1, 유닛 %2: 반복 %6에서 %3 변경, %4 → %5</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>가중치 %1</translation>
    </message>
    <message>
        <source>weight of input %1</source>
        <translation>입력 %1의 가중치</translation>
    </message>
    <message>
        <source>weight of channel %1, row %2, column %3</source>
        <translation>채널 %1, 행 %2, 열 %3의 가중치</translation>
    </message>
    <message>
        <source>at iteration %1</source>
        <translation>반복 %1에서</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>지금으로 돌아가기</translation>
    </message>
    <message>
        <source>Show the network as it is now, which can be changed</source>
        <translation>변경할 수 있는 지금의 신경망 보기</translation>
    </message>
    <message>
        <source>Which moment is shown</source>
        <translation>보고 있는 시점</translation>
    </message>
</context>
</TS>
